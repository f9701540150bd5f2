package org.deepdive.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deepdive.study.LargeSurvey;
import org.deepdive.study.Microdata;

/** Writes the respondents of the benchmarks as CSV, for the R script that asks the same of them. */
public final class RespondentCsv {

    private static final String HEADER = "stratum,weight,sex,age_band,ethnicity,safe";

    private RespondentCsv() {}

    /**
     * @param arguments the file to write, and how many respondents
     * @throws IOException where it cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Microdata data = LargeSurvey.of(Integer.parseInt(arguments[1]), 0);
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[0]))) {
            out.write(HEADER + "\n");
            for (int i = 0; i < data.size(); i++) {
                int answer = data.codes("safe_local")[i];
                out.write(100 * data.codes("district")[i]
                        + data.codes("wave")[i]
                        + "," + data.weights()[i]
                        + "," + code(data, "sex", i)
                        + "," + code(data, "age_band", i)
                        + "," + code(data, "ethnicity", i)
                        + "," + (answer < 0 || isRefused(data, answer) ? "" : isSafe(data, answer) ? "1" : "0")
                        + "\n");
            }
        }
    }

    private static String code(Microdata data, String variable, int respondent) {
        byte code = data.codes(variable)[respondent];
        return code == Microdata.MISSING ? "" : String.valueOf(code);
    }

    private static boolean isRefused(Microdata data, int answer) {
        return data.study()
                .codebook()
                .variable("safe_local")
                .codes()
                .get(answer)
                .equals("refused");
    }

    private static boolean isSafe(Microdata data, int answer) {
        return data.study()
                        .codebook()
                        .variable("safe_local")
                        .codes()
                        .get(answer)
                        .endsWith("_safe")
                && !data.study()
                        .codebook()
                        .variable("safe_local")
                        .codes()
                        .get(answer)
                        .endsWith("unsafe");
    }
}
