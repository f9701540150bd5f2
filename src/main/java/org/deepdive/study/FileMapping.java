package org.deepdive.study;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How a respondent-level file names columns and codes, where it differs from the codebook.
 *
 * @param file the file; absent to use practice respondents
 * @param columns codebook variable to column name in the file
 * @param codes for each variable, code in the file to code in the codebook
 */
public record FileMapping(Optional<Path> file, Map<String, String> columns, Map<String, Map<String, String>> codes) {

    public FileMapping {
        columns = Map.copyOf(columns);
        codes = Map.copyOf(codes);
    }

    /** The file's name of a variable. */
    public String column(String variable) {
        return columns.getOrDefault(variable, variable);
    }
}
