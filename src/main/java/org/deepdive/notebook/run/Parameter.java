package org.deepdive.notebook.run;

import org.deepdive.study.InputException;

/**
 * A value to run a notebook with.
 *
 * @param name the name of the variable
 * @param value the value as it was given
 * @param isText whether the value is a text whatever it looks like
 */
public record Parameter(String name, String value, boolean isText) {

    /**
     * Reads {@code name=value}.
     *
     * @param given what was given
     * @param isText whether the value is a text whatever it looks like
     * @throws InputException where there is no name or no equals sign
     */
    public static Parameter parse(String given, boolean isText) {
        int equals = given.indexOf('=');
        String name = equals < 0 ? "" : given.substring(0, equals).strip();
        if (!name.matches("[\\p{L}_$][\\p{L}\\p{N}_$]*")) {
            throw InputException.of(
                    "parameter",
                    "\"" + given + "\" is no parameter.",
                    given,
                    "Write the name of a variable, an equals sign and a value, such as wave=2021Q2.");
        }
        return new Parameter(name, given.substring(equals + 1), isText);
    }
}
