package org.deepdive.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The header of a file of respondents: where each column stands, and which of those looked for are not there. */
final class FileHeader {

    private final String file;
    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> missing = new ArrayList<>();

    /** @throws InputException where two columns have one name */
    FileHeader(String file, List<String> names) {
        this.file = file;
        this.names = names.stream().map(String::strip).toList();
        for (int i = 0; i < names.size(); i++) {
            if (places.put(this.names.get(i), i) != null) {
                throw InputException.of(
                        "data-file",
                        "The data file \"" + file + "\" has the column \"" + Quote.text(names.get(i)) + "\" twice.",
                        InputException.listed(names),
                        "Keep one of the two, or rename one.");
            }
        }
    }

    String file() {
        return file;
    }

    List<String> names() {
        return names;
    }

    Optional<Integer> find(String name) {
        return Optional.ofNullable(places.get(name));
    }

    /** Where a column stands; it counts as missing where it does not. */
    int place(String name) {
        return find(name).orElseGet(() -> {
            missing.add(name);
            return -1;
        });
    }

    /** @throws InputException that names all columns which were looked for in vain */
    void requireAllFound() {
        if (!missing.isEmpty()) {
            throw new InputException(
                    "data-file",
                    "The data file \"" + file + "\" lacks the column" + (missing.size() > 1 ? "s " : " ")
                            + InputException.listed(missing) + ".",
                    InputException.listed(names),
                    List.of(),
                    "Add them, or map their names under microdata, columns in study.yaml.");
        }
    }
}
