package org.deepdive.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Linear contrasts of domains are R's, to 1e-9, from the queries to the test; {@code make-contrast.R} tells how R was asked. */
class ContrastReferenceTest {

    private static final Path FOLDER = Path.of("src/test/resources/reference");
    private static final double RELATIVE = 1e-9;

    @TempDir
    Path temp;

    private final Map<String, SurveyEstimates> surveys = new HashMap<>();
    private final Map<List<Object>, LinearContrast> contrasts = new HashMap<>();

    @Test
    void every_contrast_of_R_is_reproduced() {
        List<NamedCsvRecord> lines = ReferenceFile.read("contrast.expected.csv");
        List<String> disagreements = new ArrayList<>();
        for (NamedCsvRecord line : lines) {
            double ours = number(contrast(line), line.getField("statistic"));
            if (!ReferenceFile.agree(ours, ReferenceFile.number(line, "value"), RELATIVE)) {
                disagreements.add(line.getFields() + ", ours: " + ours);
            }
        }
        assertThat(disagreements).isEmpty();
        assertThat(lines).hasSize(126);
        assertThat(contrasts).hasSize(18);
    }

    @Test
    void of_two_queries_it_is_their_comparison() {
        SurveyEstimates survey = survey("stratified");
        Query women = query("pct&sex:female");
        Query young = query("pct&age_band:a16_24");
        Comparison comparison = survey.compare(women, young);
        LinearContrast contrast = survey.contrast(List.of(women, young), List.of(1.0, -1.0));
        assertThat(contrast.value()).isEqualTo(comparison.difference());
        assertThat(contrast.test())
                .isEqualTo(new TTest(
                        comparison.se(),
                        comparison.low(),
                        comparison.high(),
                        comparison.t(),
                        comparison.df(),
                        comparison.p()));
        assertThat(contrast.values()).containsExactly(comparison.firstValue(), comparison.secondValue());
        assertThat(contrast.bases()).containsExactly(comparison.firstBase(), comparison.secondBase());
    }

    @Test
    void what_makes_no_contrast_is_refused() {
        SurveyEstimates survey = survey("stratified");
        Query women = query("pct&sex:female");
        assertRefused(survey, List.of(women), List.of(1.0), "A contrast is of 2 to 6 queries, not of 1.");
        assertRefused(
                survey,
                List.of(women, women),
                List.of(1.0, 0.0),
                "A contrast has a number other than 0 for each of its 2 queries.");
        assertRefused(
                survey,
                List.of(women, women.by(List.of("age_band"))),
                List.of(1.0, -1.0),
                "A comparison needs queries with one value each; this one has several.");
        assertRefused(
                survey,
                List.of(women, Query.of("reference", "base")),
                List.of(1.0, -1.0),
                "Numbers of respondents have no test of a difference.");
    }

    private static void assertRefused(SurveyEstimates survey, List<Query> queries, List<Double> weights, String words) {
        assertThatThrownBy(() -> survey.contrast(queries, weights))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(words);
    }

    private LinearContrast contrast(NamedCsvRecord line) {
        List<Query> queries = Stream.of(line.getField("domains").split(";"))
                .map(ContrastReferenceTest::query)
                .toList();
        List<Double> weights = Stream.of(line.getField("weights").split(";"))
                .map(Double::valueOf)
                .toList();
        return contrasts.computeIfAbsent(
                List.of(line.getField("case"), queries, weights),
                key -> survey(line.getField("case")).contrast(queries, weights));
    }

    /** A domain as the script writes it: {@code measure&variable:code,...}. */
    private static Query query(String domain) {
        String[] sides = domain.split("&");
        Query query = Query.of("reference", sides[0]);
        for (String filter : sides.length > 1 ? sides[1].split(",") : new String[0]) {
            String[] parts = filter.split(":");
            query = parts[0].equals("wave") ? query.waves(parts[1], parts[1]) : query.where(parts[0], parts[1]);
        }
        return query;
    }

    private static double number(LinearContrast contrast, String statistic) {
        TTest test = contrast.test();
        return switch (statistic) {
            case "value" -> contrast.value();
            case "se" -> test.se();
            case "t" -> test.t();
            case "df" -> test.df();
            case "p" -> test.p();
            case "low" -> test.low();
            case "high" -> test.high();
            default -> throw new IllegalArgumentException(statistic);
        };
    }

    private SurveyEstimates survey(String name) {
        return surveys.computeIfAbsent(name, key -> {
            String file = name.equals("waves") ? "waves.respondents.csv" : name + ".data.csv";
            return new ReferenceDesign(name, FOLDER.resolve(file), List.of()).estimates(temp.resolve(name), "fail");
        });
    }
}
