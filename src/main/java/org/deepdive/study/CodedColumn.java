package org.deepdive.study;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * One categorical column of respondents, as codes.
 *
 * @param name the variable's name
 * @param categories the categories' names
 * @param codes for each respondent the position of the category; {@link Microdata#MISSING} where there is none
 * @param place how errors name a respondent's value, such as {@code survey.csv, line 41, column sex}
 */
public record CodedColumn(String name, List<String> categories, int[] codes, IntFunction<String> place) {

    public CodedColumn {
        categories = List.copyOf(categories);
    }

    /** A column that comes from no file: errors count respondents from 1. */
    public CodedColumn(String name, List<String> categories, int[] codes) {
        this(name, categories, codes, row -> "respondent " + (row + 1) + ", " + name);
    }

    /** A single-answer variable of a study's respondents, in their order. */
    public static CodedColumn of(Microdata data, String variable) {
        byte[] bytes = data.codes(variable);
        int[] codes = new int[bytes.length];
        Arrays.setAll(codes, row -> bytes[row]);
        return new CodedColumn(
                variable, data.study().codebook().variable(variable).codes(), codes);
    }
}
