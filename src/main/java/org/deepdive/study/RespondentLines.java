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
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The lines of a CSV file of respondents, plain or gzip, and the words for what is wrong with such a file. */
final class RespondentLines {

    private static final int GZIP_MAGIC = 0x1f8b;

    private RespondentLines() {}

    /**
     * Hands over each line, the header first.
     *
     * @return the SHA-256 of the file, in hexadecimal
     * @throws InputException where the file is missing, empty, truncated, not UTF-8 or not CSV
     */
    static String read(Path file, Consumer<CsvRecord> taker) {
        requireFile(file);
        MessageDigest sha256 = Sha256.digest();
        try (InputStream raw =
                        new DigestInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), sha256);
                InputStream text = unzipped(raw);
                CsvReader<CsvRecord> lines = CsvReader.builder()
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(StrictText.reader(text))) {
            boolean empty = true;
            for (CsvRecord line : lines) {
                taker.accept(line);
                empty = false;
            }
            if (empty) {
                throw refused(file, "is empty.", "It needs a header line and one line a respondent.");
            }
            raw.transferTo(OutputStream.nullOutputStream());
            return Sha256.hex(sha256);
        } catch (CsvParseException | UncheckedIOException e) {
            throw e.getCause() instanceof IOException cause ? unreadable(file, cause) : notCsv(file, e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Refuses what cannot be a file of respondents, without reading it. */
    static void requireFile(Path file) {
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

    static InputException refused(Path file, String what, String remedy) {
        return InputException.of("data-file", "The data file \"" + file + "\" " + what, file, remedy);
    }
}
