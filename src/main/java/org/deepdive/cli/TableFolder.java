package org.deepdive.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.deepdive.practice.Progress;
import org.deepdive.study.InputException;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;
import org.deepdive.table.BannerIndex;
import org.deepdive.table.BannerTable;

/** A folder of banner tables: one file a question, each whole or not at all, and an index with links to them. */
final class TableFolder {

    private static final String INDEX = "index.html";

    private final Path folder;
    private final boolean force;
    private final TableFormat format;
    private final int width;

    /**
     * @param folder the folder; made if it does not exist
     * @param force whether files that exist may be replaced
     * @param format the form of the tables
     * @param width how many characters a line of text may have
     */
    TableFolder(Path folder, boolean force, TableFormat format, int width) {
        this.folder = folder;
        this.force = force;
        this.format = format;
        this.width = width;
    }

    /**
     * Writes the tables. A question of which the disclosure rules withhold everything has no file; the index says why.
     *
     * @param study the study
     * @param questions the questions, each once
     * @param tables makes the table of a question
     * @param progress told after each
     * @return what was written
     * @throws InputException where the folder is not writable, or a file exists that may not be replaced
     */
    BannerIndex write(
            Study study, List<Variable> questions, Function<Variable, BannerTable> tables, Progress progress) {
        requireFree(questions);
        List<BannerIndex.Entry> entries = new ArrayList<>();
        for (Variable question : questions) {
            progress.at(question.name(), (double) entries.size() / questions.size());
            entries.add(entry(question, tables));
        }
        BannerIndex index = new BannerIndex(study, entries);
        write(INDEX, index.page());
        progress.at("index", 1);
        return index;
    }

    private BannerIndex.Entry entry(Variable question, Function<Variable, BannerTable> tables) {
        BannerTable table;
        try {
            table = tables.apply(question);
        } catch (InputException withheld) {
            if (!withheld.isWithheld()) {
                throw withheld;
            }
            return new BannerIndex.Withheld(question, withheld.getMessage());
        }
        write(name(question), format.write(table, width));
        return new BannerIndex.Written(question, name(question), table);
    }

    /** Names of variables are letters, digits and underscores; none of them is the index's. */
    private String name(Variable question) {
        String name = question.name() + "." + format.ending();
        return name.equals(INDEX) ? "index-table.html" : name;
    }

    private void requireFree(List<Variable> questions) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw InputException.of(
                    "output-folder", "\"" + folder + "\" is not a folder.", folder, "Name a folder to write files in.");
        }
        if (force) {
            return;
        }
        Stream.concat(questions.stream().map(this::name), Stream.of(INDEX))
                .map(folder::resolve)
                .filter(Files::exists)
                .findFirst()
                .ifPresent(file -> {
                    throw InputException.of(
                            "output-file",
                            "The file \"" + file + "\" exists already.",
                            file,
                            "Name another folder, or add --force to replace files.");
                });
    }

    private void write(String name, String text) {
        Path half = folder.resolve("." + name + ".part");
        try {
            Files.createDirectories(folder);
            try {
                Files.writeString(half, text);
                Files.move(
                        half,
                        folder.resolve(name),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            String reason = e instanceof FileSystemException file && file.getReason() != null
                    ? file.getReason()
                    : "it is not writable";
            InputException refused = InputException.of(
                    "output-folder",
                    "The folder \"" + folder + "\" cannot be written to: " + reason + ".",
                    folder,
                    "Name a folder that is writable.");
            refused.initCause(e);
            throw refused;
        }
    }
}
