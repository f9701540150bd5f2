package org.deepdive.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the design of a {@code study.yaml} and checks that it can be one. */
final class DesignReader {

    private static final List<String> SETTINGS = List.of(
            "weight",
            "strata",
            "cluster",
            "nest",
            "fpc",
            "wave",
            "lonely",
            "population_size",
            "replicates",
            "calibration");

    private final StudyReader.Section yaml;
    private final Codebook codebook;

    DesignReader(StudyReader.Section yaml, Codebook codebook) {
        this.yaml = yaml;
        this.codebook = codebook;
    }

    /** @throws InputException where the design names what is not there or cannot be a design, with its place */
    SurveyDesign read() {
        yaml.requireOnly("setting of a design", SETTINGS);
        List<String> strata = yaml.texts("strata");
        Optional<String> wave = yaml.optional("wave");
        Stream.concat(strata.stream(), wave.stream()).forEach(name -> yaml.requireSingle(codebook, name));
        List<String> clusters = yaml.oneOrMore("cluster");
        List<String> fpc = yaml.oneOrMore("fpc");
        requireStages(clusters, fpc);
        return new SurveyDesign(
                yaml.text("weight"),
                strata,
                clusters,
                fpc,
                yaml.flag("nest"),
                wave,
                EnumWord.read(
                        SurveyDesign.Lonely.class, "treatment of lonely sampling units", yaml.textOr("lonely", "fail")),
                yaml.optional("population_size").map(text -> positive("population_size", text)),
                yaml.subsection("replicates").map(replicates -> new ReplicationReader(replicates).read()),
                yaml.subsection("calibration").map(this::calibration));
    }

    private WeightCalibration calibration(StudyReader.Section calibration) {
        calibration.requireOnly("setting of a calibration", List.of("base_weight", "margins"));
        List<List<String>> margins = calibration.lists("margins");
        if (margins.isEmpty() || margins.stream().anyMatch(List::isEmpty)) {
            throw InputException.of(
                    "study-file",
                    calibration.place() + " lacks \"margins\".",
                    "margins",
                    "Name the variables that were calibrated to, such as margins: [[sex, age_band], [region]].");
        }
        margins.forEach(margin -> margin.forEach(name -> calibration.requireSingle(codebook, name)));
        return new WeightCalibration(calibration.text("base_weight"), margins);
    }

    /** As many stages of fpc as of sampling, as R requires too; respondents may be the last stage's units. */
    private void requireStages(List<String> clusters, List<String> fpc) {
        if (clusters.size() > 2) {
            throw refused(
                    "\"cluster\" names " + clusters.size() + " stages of sampling units.",
                    String.join(", ", clusters),
                    "Name the primary and the secondary sampling units; later stages hardly add to a variance.");
        }
        int most = clusters.isEmpty() ? 1 : 2;
        int least = clusters.size();
        if (!fpc.isEmpty() && (fpc.size() < least || fpc.size() > most)) {
            throw refused(
                    "\"fpc\" has " + columns(fpc.size()) + ", \"cluster\" " + columns(clusters.size()) + ".",
                    String.join(", ", fpc),
                    "Name one column of fpc for each stage of sampling, the primary units' first.");
        }
        if (yaml.flag("nest") && clusters.isEmpty()) {
            throw refused("\"nest\" is set without \"cluster\".", "nest", "Name the clusters or leave nest out.");
        }
    }

    private static String columns(int count) {
        return count == 1 ? "1 column" : count + " columns";
    }

    private double positive(String field, String text) {
        double number = Decimal.parse(text);
        if (number > 0 && number < Double.POSITIVE_INFINITY) {
            return number;
        }
        throw refused("\"" + field + "\" is \"" + text + "\".", text, "Write a number above 0, without separators.");
    }

    private InputException refused(String problem, String given, String remedy) {
        return InputException.of("study-file", yaml.place() + ": " + problem, given, remedy);
    }
}
