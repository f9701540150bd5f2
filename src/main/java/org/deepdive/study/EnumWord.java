package org.deepdive.study;

import java.util.Arrays;
import java.util.Locale;

/** A word of a file that stands for a constant of an enum, in any case. */
final class EnumWord {

    private EnumWord() {}

    /**
     * @param kind what the word names, for the error
     * @throws InputException where no constant has that name
     */
    static <E extends Enum<E>> E read(Class<E> type, String kind, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> InputException.unknown(
                        kind,
                        word,
                        Arrays.stream(type.getEnumConstants())
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }
}
