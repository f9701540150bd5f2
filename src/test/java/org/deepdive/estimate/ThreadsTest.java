package org.deepdive.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.deepdive.study.Microdata;
import org.deepdive.study.MicrodataReader;
import org.deepdive.study.StudyFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A survey large enough to be read by several threads. */
class ThreadsTest {

    private static final int RESPONDENTS = 400_000;

    @TempDir
    Path temp;

    @Test
    void results_are_the_same_to_the_last_bit_with_one_thread_or_two_and_from_kept_sums() throws IOException {
        Microdata data = survey();
        SurveyEstimates one = new SurveyEstimates(data, 1, 0);
        SurveyEstimates two = new SurveyEstimates(data, 2, 0);
        SurveyEstimates keeping = new SurveyEstimates(data);
        for (String measure : List.of("safe", "answers", "score", "base")) {
            for (List<String> by : List.of(List.<String>of(), List.of("sex"), List.of("region", "sex"))) {
                for (Query query : List.of(
                        Query.of("large", measure).by(by),
                        Query.of("large", measure).by(by).where("sex", "female"))) {
                    List<EstimateRow> rows = one.estimate(query).rows();
                    assertThat(two.estimate(query).rows()).isEqualTo(rows);
                    assertThat(keeping.estimate(query).rows()).isEqualTo(rows);
                    assertThat(keeping.estimate(query).rows()).isEqualTo(rows);
                }
            }
        }
    }

    /** Three strata: one of nearly everybody, which is read in pieces, and two small ones. */
    private Microdata survey() throws IOException {
        StringBuilder text = new StringBuilder("weight,region,sex,answer\n");
        SplittableRandom random = new SplittableRandom(7);
        String[] regions = {"n", "n", "n", "n", "n", "n", "n", "n", "s", "w"};
        String[] sexes = {"female", "male", "other", ""};
        String[] answers = {"very", "fairly", "not", "dont_know", ""};
        for (int i = 0; i < RESPONDENTS; i++) {
            text.append(random.nextDouble(0.1, 9)).append(',');
            text.append(regions[random.nextInt(regions.length)]).append(',');
            text.append(sexes[random.nextInt(sexes.length)]).append(',');
            text.append(answers[random.nextInt(answers.length)]).append('\n');
        }
        StudyFolder study = new StudyFolder(temp, "large")
                .study("""
                        design: {weight: weight, strata: [region]}
                        measures:
                          - {name: safe, label: Safe, kind: percentage, variable: answer, net: [very, fairly]}
                          - {name: answers, label: Answers, kind: distribution, variable: answer}
                          - {name: score, label: Score, kind: mean, variable: answer,
                             scores: {very: 3, fairly: 2.3, not: -1}}
                        """)
                .codebook(StudyFolder.variable("region", "nominal", List.of("n", "s", "w"))
                        + StudyFolder.variable("sex", "nominal", List.of("female", "male", "other"))
                        + StudyFolder.variable("answer", "ordinal", List.of("very", "fairly", "not", "dont_know")));
        return MicrodataReader.read(study.read(), Files.writeString(temp.resolve("people.csv"), text));
    }
}
