package org.deepdive.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.deepdive.practice.Progress;
import org.deepdive.study.DataFolder;
import org.deepdive.study.Study;
import org.deepdive.study.StudyReader;
import org.deepdive.study.Variable;

/**
 * Invented respondents of the Policing and Community Safety Survey who are all alike: every combination of sex, age,
 * sexual orientation, disability, deprivation and student status gives every pattern of answers once in every wave, so
 * that no two groups differ in anything.
 */
final class Alike {

    private static final List<String> SAFE =
            List.of("bit_unsafe", "very_safe", "very_safe", "fairly_safe", "fairly_safe");
    private static final List<String> CONFIDENT =
            List.of("very_confident", "fairly_confident", "not_very_confident", "dont_know", "not_at_all_confident");
    private static final List<String> HAS = List.of("yes", "yes", "no", "no", "no");

    private final Study study = new StudyReader(new DataFolder(Path.of("data"), true)).read("pcss");

    /** A workspace whose survey has these respondents. */
    static Workspace in(Path folder) {
        try {
            Path file = Files.writeString(folder.resolve("alike.csv"), new Alike().people());
            return Workspace.open(new DataFolder(Path.of("data"), true), Map.of("pcss", file), Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String people() {
        List<String> names = study.codebook().variables().stream()
                .flatMap(v -> v.kind() == Variable.Kind.MULTIPLE
                        ? v.codes().stream().map(code -> v.name() + "." + code)
                        : List.of(v.name()).stream())
                .toList();
        StringBuilder text = new StringBuilder("data_label," + String.join(",", names) + "\n");
        int[] sizes = {2, 6, 4, 2, 5, 2, 5, study.waves().orElseThrow().codes().size()};
        int all = 1;
        for (int size : sizes) {
            all *= size;
        }
        for (int i = 0; i < all; i++) {
            int[] at = new int[sizes.length];
            int left = i;
            for (int k = 0; k < sizes.length; k++) {
                at[k] = left % sizes[k];
                left /= sizes[k];
            }
            int number = i;
            text.append("practice,")
                    .append(names.stream().map(name -> value(name, at, number)).collect(Collectors.joining(",")))
                    .append('\n');
        }
        return text.toString();
    }

    private String value(String name, int[] at, int number) {
        boolean disabled = at[3] == 0;
        boolean student = at[5] == 0;
        return switch (name) {
            case "respondent_id" -> "PRACTICE-" + number;
            case "weight" -> "1";
            case "district" -> "bolton";
            case "sex" -> List.of("female", "male").get(at[0]);
            case "age_band" -> code("age_band", at[1]);
            case "orientation" ->
                List.of("heterosexual", "gay_lesbian", "bisexual", "other").get(at[2]);
            case "disabled" -> disabled ? "yes" : "no";
            case "deprivation" -> code("deprivation", at[4]);
            case "student" -> student ? "yes" : "no";
            // A mix of the others, so that each group of it has everybody else's mix of answers.
            case "ethnicity" -> code("ethnicity", (at[0] + at[1] + at[4]) % 5);
            case "safe_local" -> SAFE.get(at[6]);
            case "safe_study" -> student ? SAFE.get(at[6]) : "";
            case "confident_emergency", "confident_non_emergency" -> CONFIDENT.get(at[6]);
            case "community_issue", "police_contact" -> HAS.get(at[6]);
            case "wave" -> study.waves().orElseThrow().codes().get(at[7]);
            default -> multiple(name, disabled, student && at[6] > 0, at[6]);
        };
    }

    private static String multiple(String name, boolean disabled, boolean safe, int answer) {
        if (name.startsWith("disability.")) {
            return disabled ? "1" : "";
        }
        if (name.startsWith("safe_study_reason.")) {
            return !safe ? "" : answer == 1 ? "1" : "0";
        }
        return "";
    }

    private String code(String variable, int at) {
        return new ArrayList<>(study.codebook().variable(variable).codes()).get(at);
    }
}
