package org.deepdive.study;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads how a design says that variances come from replicate weights. */
final class ReplicationReader {

    private static final String COLUMNS = "columns";
    private static final String MAKE = "make";
    private static final List<String> SETTINGS =
            List.of("kind", COLUMNS, MAKE, "seed", "rho", "scale", "rscales", "mse", "combined");

    private final StudyReader.Section yaml;

    ReplicationReader(StudyReader.Section yaml) {
        this.yaml = yaml;
    }

    Replication read() {
        yaml.requireOnly("setting of replicates", SETTINGS);
        Replication.Kind kind = kind();
        if (yaml.has(COLUMNS) == yaml.has(MAKE)) {
            throw refused(
                    "replicates need either \"columns\" or \"make\".",
                    kind.name(),
                    "Name the columns that hold the replicate weights, or write make: true to make them.");
        }
        return yaml.has(COLUMNS) ? given(kind) : made(kind);
    }

    private Replication.Kind kind() {
        try {
            return EnumWord.read(Replication.Kind.class, "kind of replicates", yaml.text("kind"));
        } catch (InputException e) {
            throw e.getMessage().startsWith(yaml.place()) ? e : e.in(yaml.place());
        }
    }

    private Replication given(Replication.Kind kind) {
        forbid("seed", "with \"columns\"", "Leave it out: nothing is drawn.");
        Optional<Double> scale = number("scale");
        boolean fixed = kind == Replication.Kind.BRR || kind == Replication.Kind.FAY;
        if (fixed) {
            forbid("scale", "for " + word(kind), "Leave it out: it follows from the number of replicates.");
        }
        List<Double> rscales = yaml.oneOrMore("rscales").stream()
                .map(text -> number("rscales", text))
                .toList();
        if (kind == Replication.Kind.JKN && rscales.isEmpty()) {
            throw refused(
                    "\"rscales\" are missing.",
                    word(kind),
                    "Give for each replicate (n - 1)/n, with n the sampling units of its stratum; the file's"
                            + " documentation has them.");
        }
        boolean combined = !yaml.has("combined") || yaml.flag("combined");
        return new Replication.Given(
                kind, yaml.oneOrMore(COLUMNS), rho(kind), scale, rscales, yaml.flag("mse"), combined);
    }

    private Replication made(Replication.Kind kind) {
        for (String name : List.of("scale", "rscales", "combined")) {
            forbid(name, "with \"make\"", "Leave it out: it follows from the design.");
        }
        boolean drawn = kind == Replication.Kind.BOOTSTRAP;
        if (!drawn) {
            forbid("seed", "for " + word(kind), "Leave it out: nothing is drawn.");
        }
        String text = yaml.text(MAKE);
        if (drawn ? !text.matches("[1-9]\\d{1,4}") : !text.equals("true")) {
            throw refused(
                    "\"make\" is \"" + text + "\".",
                    text,
                    drawn
                            ? "Write how many replicates the bootstrap is to draw, from 10 to 99999, such as make: 200."
                            : "Write make: true; the design tells how many replicates there are.");
        }
        Optional<Integer> count = drawn ? Optional.of(Integer.valueOf(text)) : Optional.empty();
        return new Replication.Made(kind, count, seed(), rho(kind), yaml.flag("mse"));
    }

    private long seed() {
        String text = yaml.textOr("seed", "1");
        if (!text.matches("\\d{1,18}")) {
            throw refused("\"seed\" is \"" + text + "\".", text, "Write a whole number, such as seed: 1.");
        }
        return Long.parseLong(text);
    }

    private Optional<Double> rho(Replication.Kind kind) {
        if (kind != Replication.Kind.FAY) {
            forbid("rho", "for " + word(kind), "Leave it out, or write kind: Fay.");
            return Optional.empty();
        }
        String text = yaml.text("rho");
        double rho = Decimal.parse(text);
        if (rho >= 0 && rho < 1) {
            return Optional.of(rho);
        }
        throw refused("\"rho\" is \"" + text + "\".", text, "Write a number from 0 to below 1.");
    }

    private Optional<Double> number(String field) {
        return yaml.optional(field).map(text -> number(field, text));
    }

    private double number(String field, String text) {
        double number = Decimal.parse(text);
        if (number >= 0 && number < Double.POSITIVE_INFINITY) {
            return number;
        }
        throw refused("\"" + field + "\" has \"" + text + "\".", text, "Write a number of 0 or more.");
    }

    private void forbid(String field, String where, String remedy) {
        if (yaml.has(field)) {
            throw refused("\"" + field + "\" has no meaning " + where + ".", field, remedy);
        }
    }

    /** The kind as R writes it. */
    private static String word(Replication.Kind kind) {
        return switch (kind) {
            case JKN -> "JKn";
            case FAY -> "Fay";
            case BOOTSTRAP -> kind.name().toLowerCase(Locale.ROOT);
            case JK1, BRR -> kind.name();
        };
    }

    private InputException refused(String problem, String given, String remedy) {
        return InputException.of("study-file", yaml.place() + ": " + problem, given, remedy);
    }
}
