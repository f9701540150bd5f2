package org.deepdive.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.deepdive.disclosure.Audience;
import org.deepdive.disclosure.Cleared;
import org.deepdive.disclosure.Gate;
import org.deepdive.disclosure.Rules;
import org.deepdive.estimate.Comparison;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Estimates;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.SurveyEstimates;
import org.deepdive.estimate.TallyEstimates;
import org.deepdive.estimate.regression.Model;
import org.deepdive.estimate.regression.ModelQuery;
import org.deepdive.study.DataFolder;
import org.deepdive.study.InputException;
import org.deepdive.study.MicrodataReader;
import org.deepdive.study.Study;
import org.deepdive.study.StudyReader;

/**
 * A small tracker with invented respondents, read and cleared as any study is: nine quarters (one of them missing from
 * the data), a group of five respondents, a group of about sixty, and labels that a test may replace.
 */
public final class SmallSurvey {

    private static final Path DATA = Path.of("data");
    private static final List<String> WAVES =
            List.of("2021Q2", "2021Q3", "2021Q4", "2022Q1", "2022Q2", "2022Q3", "2022Q4", "2023Q1", "2023Q2", "2023Q3");
    private static final String MISSING_WAVE = "2022Q2";
    private static final int RESPONDENTS = 6000;
    private static final int TINY_GROUP = 5;
    private static final int SMALL_GROUP = 60;

    private static final String STUDY = """
            slug: small
            title: Small Safety Survey
            population: Residents of Smallshire aged 16 and over
            wording: assumed
            provenance:
              publisher: Smallshire Council
              source: Safety report 2023
              collected: 2021Q2..2023Q3
              licence: invented
              microdata: invented
            design: {weight: weight, strata: [wave], wave: wave, lonely: fail}
            measures:
              - {name: safe, label: Feel very or fairly safe in the local area, short: Feel safe locally,
                 kind: percentage, variable: safe, net: [very_safe, fairly_safe], exclude: [refused]}
              - {name: safe_scale, label: Feelings of safety in the local area, short: Safety, kind: distribution,
                 variable: safe, exclude: [refused]}
              - {name: safe_score, label: Mean feeling of safety (1 very unsafe to 4 very safe), short: Mean safety,
                 kind: mean, variable: safe, scores: {very_safe: 4, fairly_safe: 3, bit_unsafe: 2, very_unsafe: 1}}
              - {name: reasons, label: Reasons for feeling safe, short: Reasons, kind: multiple, variable: reason}
              - {name: tenure_shares, label: Tenure of the home, short: Tenure, kind: distribution, variable: tenure}
            """;

    private static final String CODEBOOK = """
            respondent_id|id|Respondent||everyone||||
            weight|weight|Weight||everyone||||
            wave|wave|Quarter of interview||everyone|%s
            sex|nominal|Sex|Which describes you?|everyone|female=Female;male=Male;x=Another way
            age|ordinal|Age band|How old are you?|everyone|a16=16 to 29;a30=30 to 44;a45=45 to 64;a65=65 and over
            area|nominal|Area|Where do you live?|everyone|%s
            student|nominal|Student|Are you a student?|everyone|yes=Student;no=Not a student
            tenure|nominal|Tenure|Do you own or rent?|everyone|own=Own outright or with a mortgage;rent=Rent from a private landlord;social=Rent from the council or a housing association;dont_know=Don’t know
            safe|ordinal|Safety in the local area|How safe do you feel in your local area?|everyone|very_safe=Very safe;fairly_safe=Fairly safe;bit_unsafe=A bit unsafe;very_unsafe=Very unsafe;dont_know=Don’t know;refused=Prefer not to say
            reason|multiple|Reasons for feeling safe|Why do you feel safe?|everyone|police=Visible police presence;lights=Well maintained environment, with clean and well-lit public spaces;people=Strong sense of community and good relationships with your neighbours
            """;

    private static final String AREAS = "north=North Smallshire;south=South Smallshire;coast=The Coast;"
            + "moor=Moorland and the upper valleys;port=Port;isle=Isle";

    private final Estimates estimates;
    private final Gate gate;

    private SmallSurvey(Estimates estimates, Audience audience) {
        this.estimates = estimates;
        this.gate = new Gate(Rules.read(new DataFolder(DATA, true)), audience);
    }

    /** The survey with its own labels, of practice respondents. */
    public static SmallSurvey in(Path folder) {
        return in(folder, Map.of(), true);
    }

    /**
     * The survey with other labels.
     *
     * @param folder an empty folder
     * @param labels for {@code variable.code} the category's label, for {@code variable} the variable's, for
     *     {@code measure:name} a measure's
     * @param practice whether the respondents are labelled as invented
     */
    public static SmallSurvey in(Path folder, Map<String, String> labels, boolean practice) {
        try {
            Path home = Files.createDirectories(folder.resolve("studies").resolve("small"));
            Files.writeString(home.resolve("study.yaml"), yaml(labels));
            codebook(home.resolve("codebook.csv"), labels);
            Study study = new StudyReader(new DataFolder(folder, true)).read("small");
            Path file = folder.resolve("small.csv");
            respondents(file, practice);
            return new SmallSurvey(new SurveyEstimates(MicrodataReader.read(study, file)), Audience.PUBLIC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The published counts of the residents' consultation. */
    public static SmallSurvey ofResidents() {
        Study residents = new StudyReader(new DataFolder(DATA, true)).read("residents");
        return new SmallSurvey(new TallyEstimates(residents), Audience.PUBLIC);
    }

    /** The cleared answer to a query, written without its study. */
    public Cleared<EstimateTable> ask(String query) {
        return gate.estimate(estimates, Query.parse("study=" + estimates.study().slug() + "&" + query));
    }

    /** The cleared model of a question, written without its study. */
    public Cleared<Model> model(String query) {
        return gate.model(
                (SurveyEstimates) estimates,
                ModelQuery.parse("study=" + estimates.study().slug() + "&" + query));
    }

    /** The cleared difference of two queries, written without their study; absent where it is withheld. */
    public Optional<Cleared<Comparison>> compare(String first, String second) {
        String study = "study=" + estimates.study().slug() + "&";
        try {
            return Optional.of(
                    gate.compare((SurveyEstimates) estimates, Query.parse(study + first), Query.parse(study + second)));
        } catch (InputException e) {
            if (e.isWithheld()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The raw answer, for tests that look for its numbers where they must not be. */
    public EstimateTable raw(String query) {
        return estimates.estimate(Query.parse("study=" + estimates.study().slug() + "&" + query));
    }

    private static String yaml(Map<String, String> labels) {
        String yaml = STUDY;
        if (labels.containsKey("measure:safe")) {
            yaml = yaml.replace(
                    "label: Feel very or fairly safe in the local area",
                    "label: \""
                            + labels.get("measure:safe")
                                    .replace("\\", "\\\\")
                                    .replace("\"", "\\\"")
                                    .replace("\n", "\\n")
                            + "\"");
        }
        return yaml;
    }

    private static void codebook(Path file, Map<String, String> labels) throws IOException {
        String waves = String.join(
                ";",
                WAVES.stream()
                        .map(w -> w + "=Quarter " + w.charAt(5) + " of " + w.substring(0, 4))
                        .toList());
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord("variable", "kind", "label", "question", "asked_of", "code", "category", "status");
            for (String line : CODEBOOK.formatted(waves, AREAS).lines().toList()) {
                variable(csv, line.split("\\|", -1), labels);
            }
        }
    }

    private static void variable(CsvWriter csv, String[] field, Map<String, String> labels) {
        boolean first = true;
        for (String category : field[5].split(";")) {
            String code = category.isEmpty() ? "" : category.substring(0, category.indexOf('='));
            String label = category.substring(category.indexOf('=') + 1);
            String status = code.equals("refused") ? "refused" : code.equals("dont_know") ? "dont_know" : "valid";
            csv.writeRecord(
                    field[0],
                    first ? field[1] : "",
                    first ? labels.getOrDefault(field[0], field[2]) : "",
                    first ? field[3] : "",
                    first ? field[4] : "",
                    code,
                    labels.getOrDefault(field[0] + "." + code, label),
                    code.isEmpty() ? "" : status);
            first = false;
        }
    }

    private static void respondents(Path file, boolean practice) throws IOException {
        SplittableRandom random = new SplittableRandom(20230401);
        List<String> waves = WAVES.stream().filter(w -> !w.equals(MISSING_WAVE)).toList();
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            List<String> header = new ArrayList<>(List.of(
                    "respondent_id",
                    "weight",
                    "wave",
                    "sex",
                    "age",
                    "area",
                    "student",
                    "tenure",
                    "safe",
                    "reason.police",
                    "reason.lights",
                    "reason.people"));
            if (practice) {
                header.add("data_label");
            }
            csv.writeRecord(header);
            for (int i = 0; i < RESPONDENTS; i++) {
                csv.writeRecord(respondent(i, waves.get(i % waves.size()), random, practice));
            }
        }
    }

    private static List<String> respondent(int i, String wave, SplittableRandom random, boolean practice) {
        String sex = i < TINY_GROUP ? "x" : random.nextInt(100) < 52 ? "female" : "male";
        String area = i < SMALL_GROUP
                ? "isle"
                : List.of("north", "south", "coast", "moor", "port").get(pick(random, 30, 25, 20, 15, 10));
        double fear = 1
                + (sex.equals("female") ? 0.35 : 0)
                + (area.equals("port") ? 0.5 : 0)
                + (wave.compareTo("2022Q3") > 0 ? 0.25 : 0);
        int safe = pick(random, 34, 38, (int) (14 * fear), (int) (8 * fear), 4, 2);
        List<String> answers = List.of("very_safe", "fairly_safe", "bit_unsafe", "very_unsafe", "dont_know", "refused");
        List<String> line = new ArrayList<>(List.of(
                "r" + i,
                String.valueOf(0.5 + random.nextInt(100) / 100.0),
                wave,
                sex,
                List.of("a16", "a30", "a45", "a65").get(pick(random, 20, 25, 33, 22)),
                area,
                random.nextInt(100) < 30 ? "yes" : "no",
                List.of("own", "rent", "social", "dont_know").get(pick(random, 60, 18, 20, 2)),
                answers.get(safe),
                random.nextInt(100) < 61 ? "1" : "0",
                random.nextInt(100) < 44 ? "1" : "0",
                random.nextInt(100) < 52 ? "1" : "0"));
        if (practice) {
            line.add("practice");
        }
        return line;
    }

    private static int pick(SplittableRandom random, int... weights) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        int at = random.nextInt(total);
        int index = 0;
        while (at >= weights[index]) {
            at -= weights[index++];
        }
        return index;
    }
}
