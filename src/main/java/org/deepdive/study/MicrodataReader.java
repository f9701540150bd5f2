package org.deepdive.study;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads respondents from a CSV file, plain or gzip, into {@link Microdata}.
 *
 * <p>Every value is checked against the codebook. A file with anything wrong is refused whole; up to
 * {@value #PROBLEMS_SHOWN} problems are listed with file, line, column, value and what is allowed.
 */
public final class MicrodataReader {

    /** How many problems of a file are listed. */
    public static final int PROBLEMS_SHOWN = 20;

    private static final int GZIP_MAGIC = 0x1f8b;

    private MicrodataReader() {}

    /**
     * Reads a file.
     *
     * @param study the study, whose mapping tells how the file names columns and codes
     * @param file the file
     * @throws InvalidDataException where a value is not allowed
     * @throws InputException where the file is missing, truncated, not UTF-8, not CSV, or lacks a column
     */
    public static Microdata read(Study study, Path file) {
        requireFile(file);
        MessageDigest sha256 = sha256();
        try (InputStream raw =
                        new DigestInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), sha256);
                InputStream text = unzipped(raw);
                CsvReader<CsvRecord> lines = CsvReader.builder()
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(StrictText.reader(text))) {
            RespondentRows rows = null;
            for (CsvRecord line : lines) {
                if (rows == null) {
                    rows = new RespondentRows(study, file.getFileName().toString(), line.getFields());
                } else {
                    rows.add(line);
                }
            }
            if (rows == null) {
                throw refused(file, "is empty.", "It needs a header line and one line a respondent.");
            }
            raw.transferTo(OutputStream.nullOutputStream());
            return rows.finish(HexFormat.of().formatHex(sha256.digest()));
        } catch (CsvParseException | UncheckedIOException e) {
            throw e.getCause() instanceof IOException cause ? unreadable(file, cause) : notCsv(file, e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Refuses what cannot be a file of respondents, without reading it.
     *
     * @throws InputException where the file is missing or a folder
     */
    public static void requireFile(Path file) {
        if (Files.isDirectory(file)) {
            throw refused(file, "is a folder.", "Name the file in it.");
        }
        if (Files.notExists(file)) {
            throw missing(file);
        }
    }

    private static InputException missing(Path file) {
        return refused(file, "does not exist.", "Check the path.");
    }

    private static InputStream unzipped(InputStream raw) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(raw, 1 << 16);
        buffered.mark(2);
        int magic = (buffered.read() << 8) | buffered.read();
        buffered.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }

    private static InputException unreadable(Path file, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return missing(file);
        }
        if (cause instanceof EOFException) {
            return refused(file, "ends too early: the gzip file is truncated.", "Copy or download it again.");
        }
        if (cause instanceof ZipException) {
            return refused(file, "is a damaged gzip file (" + cause.getMessage() + ").", "Copy or download it again.");
        }
        if (cause instanceof CharacterCodingException) {
            return refused(file, "is not UTF-8 text.", "Save it as CSV with UTF-8 encoding.");
        }
        return refused(file, "cannot be read: " + cause.getMessage() + ".", "Check that it is a readable file.");
    }

    private static InputException notCsv(Path file, Exception cause) {
        return refused(file, "is not valid CSV: " + cause.getMessage() + ".", "Check the quotes at that line.");
    }

    private static InputException refused(Path file, String what, String remedy) {
        return InputException.of("data-file", "The data file \"" + file + "\" " + what, file, remedy);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
