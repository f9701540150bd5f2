package org.deepdive.estimate;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deepdive.study.MicrodataReader;
import org.deepdive.study.StudyFolder;

/**
 * One of the small surveys of {@code src/test/resources/reference}: its respondents, and R's numbers about them.
 *
 * @param name the design's name
 * @param data the file of respondents
 * @param expected R's numbers, in the order of the file
 */
public record ReferenceDesign(String name, Path data, List<Expected> expected) {

    private static final String DATA = ".data.csv";

    private static final String MEASURES = """
            measures:
              - {name: pct, label: Safe, kind: percentage, variable: answer, net: [very_safe, fairly_safe]}
              - {name: pctx, label: Safe, kind: percentage, variable: answer, net: [very_safe, fairly_safe],
                 exclude: [dont_know]}
              - {name: mean, label: Score, kind: mean, variable: answer,
                 scores: {very_safe: 5, fairly_safe: 4, bit_unsafe: 2, very_unsafe: 1}}
              - {name: answers, label: Answer, kind: distribution, variable: answer}
            """;

    /**
     * One number of R's.
     *
     * @param table the case, measure, breakdown and filter it belongs to
     * @param group the codes of the breakdown joined by commas, or the two sides of a difference joined by a hyphen
     * @param statistic what it is
     * @param value the number
     */
    public record Expected(Table table, String group, String statistic, double value) {}

    /** The query behind a number: a case is a design, with the treatment of lonely clusters after a slash. */
    public record Table(String name, String measure, String by, String where) {

        String lonely() {
            int slash = name.indexOf('/');
            String option = slash < 0 ? "fail" : name.substring(slash + 1);
            return option.equals("certainty") ? "remove" : option;
        }

        boolean isDifference() {
            return measure.startsWith("diff-");
        }

        List<String> variables() {
            return by.isEmpty() ? List.of() : List.of(by.split(","));
        }

        Query query() {
            String kind = measure.replace("diff-", "");
            Query query = Query.of("reference", kind.substring(0, kind.indexOf(':')));
            return where.isEmpty() ? query : query.where(where.split("=")[0], where.split("=")[1]);
        }

        /** The query of one group, by filters in place of the breakdown; "all" is the whole. */
        Query query(String group) {
            Query query = query();
            String[] codes = group.split(",");
            for (int i = 0; i < variables().size() && !group.equals("all"); i++) {
                query = query.where(variables().get(i), codes[i]);
            }
            return query;
        }
    }

    public static List<ReferenceDesign> readAll(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().endsWith(DATA))
                    .sorted()
                    .map(ReferenceDesign::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReferenceDesign read(Path data) {
        String name = data.getFileName().toString().replace(DATA, "");
        List<Expected> expected = records(data.resolveSibling(name + ".expected.csv")).stream()
                .map(line -> new Expected(
                        new Table(
                                line.getField("case"),
                                line.getField("measure"),
                                line.getField("by"),
                                line.getField("where")),
                        line.getField("group"),
                        line.getField("statistic"),
                        Double.parseDouble(line.getField("value"))))
                .toList();
        return new ReferenceDesign(name, data, expected);
    }

    private static List<NamedCsvRecord> records(Path file) {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The survey, read as the program reads one, from a folder that is written for it. */
    public SurveyEstimates estimates(Path folder, String lonely) {
        List<NamedCsvRecord> respondents = records(data);
        List<String> header = respondents.get(0).getHeader();
        StringBuilder design = new StringBuilder("design:\n  weight: weight\n  lonely: " + lonely + "\n");
        StringBuilder codebook =
                new StringBuilder(StudyFolder.variable("sex", "nominal", List.of("female", "male", "other"))
                        + StudyFolder.variable("age_band", "ordinal", List.of("a16_24", "a25_44", "a45_64", "a65_plus"))
                        + StudyFolder.variable(
                                "answer",
                                "ordinal",
                                List.of("very_safe", "fairly_safe", "bit_unsafe", "very_unsafe", "dont_know")));
        if (header.contains("stratum")) {
            design.append("  strata: [stratum]\n");
            TreeSet<String> strata = new TreeSet<>();
            respondents.forEach(r -> strata.add(r.getField("stratum")));
            codebook.append(StudyFolder.variable("stratum", "nominal", strata));
        }
        if (header.contains("wave")) {
            List<String> quarters = Stream.of(2020, 2021, 2022)
                    .flatMap(year -> IntStream.rangeClosed(1, 4).mapToObj(quarter -> year + "Q" + quarter))
                    .limit(10)
                    .toList();
            codebook.append(StudyFolder.variable("wave", "wave", quarters));
            design.append("  wave: wave\n");
        }
        for (String column : List.of("cluster", "fpc")) {
            design.append(header.contains(column) ? String.format(Locale.ROOT, "  %1$s: %1$s%n", column) : "");
        }
        StudyFolder study =
                new StudyFolder(folder, "reference").study(design + MEASURES).codebook(codebook.toString());
        return new SurveyEstimates(MicrodataReader.read(study.read(), data));
    }
}
