package org.deepdive.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.deepdive.estimate.weighting.Bounds;
import org.deepdive.estimate.weighting.Method;
import org.deepdive.estimate.weighting.Targets;
import org.deepdive.estimate.weighting.TargetsReader;
import org.deepdive.estimate.weighting.Trimming;
import org.deepdive.estimate.weighting.Weighted;
import org.deepdive.estimate.weighting.Weighting;
import org.deepdive.study.InputException;
import org.deepdive.study.RespondentFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deepdive weight}. */
@Command(
        name = "weight",
        description = {
            "Weights the respondents of a CSV file to known totals of their population, and says what that did.",
            "",
            "Writes the file again with every column and row in order and one more column, the new weight. Targets are a "
                    + "CSV file with the columns margin,category,target: margin is a column of the file, or several "
                    + "crossed (sex*age_band, with categories such as female*16_24); target is a number of people, a "
                    + "percentage or a proportion, told apart by what they add up to, or by a column unit (total, percent, "
                    + "proportion).",
            ""
        },
        footer = {
            "",
            "Example: raked to two margins, no weight above 4",
            "  deepdive weight survey.csv --targets census.csv --weight design_weight \\",
            "      --trim 0,4 --in-turn --out weighted.csv"
        },
        mixinStandardHelpOptions = true)
final class WeightCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "Respondents, CSV or gzip of CSV, with a header line.")
    private Path file;

    @Option(names = "--targets", required = true, paramLabel = "TARGETS", description = "What is known, as CSV.")
    private Path targetsFile;

    @Option(
            names = "--weight",
            paramLabel = "COLUMN",
            description = "The weights to start from. Default: 1 for everybody.")
    private String weight;

    @Option(
            names = "--method",
            defaultValue = "rake",
            paramLabel = "METHOD",
            description = "rake, post-stratify, linear, raking or logit. Default: rake.")
    private String method = "";

    @Option(
            names = "--bounds",
            split = ",",
            paramLabel = "LOW,HIGH",
            description = "Bounds on the ratio of new to old weights, around 1; for linear, raking and logit.")
    private List<Double> bounds = List.of();

    @Option(
            names = "--trim",
            split = ",",
            paramLabel = "LOW,HIGH",
            description = "Cut weights to these limits and share out what is cut.")
    private List<Double> trim = List.of();

    @Option(names = "--strict", description = "Trim until no weight is outside the limits.")
    private boolean strict;

    @Option(names = "--in-turn", description = "Trim strictly and weight again in turn until both hold.")
    private boolean inTurn;

    @Option(
            names = "--totals",
            paramLabel = "N",
            description = "The number of people that shares are shares of. Default: what the old weights add up to.")
    private Double totals;

    @Option(
            names = "--column",
            defaultValue = "calibrated_weight",
            paramLabel = "NAME",
            description = "The new weight's column. Default: calibrated_weight.")
    private String column = "";

    @Option(names = "--replace", description = "Put the new weight in place of a column of that name.")
    private boolean replace;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where to write; gzip if it ends in .gz.")
    private Path out;

    @Option(names = "--force", description = "Replace the file to write if it exists.")
    private boolean force;

    @Option(names = "--format", defaultValue = "text", description = "text, csv or json. Default: text.")
    private Format format;

    @Override
    public Integer call() {
        requireFree();
        Weighting weighting = weighting();
        Targets targets =
                TargetsReader.read(targetsFile, totals == null ? OptionalDouble.empty() : OptionalDouble.of(totals));
        RespondentFile respondents = RespondentFile.read(file, Optional.ofNullable(weight), targets::variablesIn);
        requireNew(respondents);
        Weighted weighted = weighting.weigh(respondents.weights(), respondents.columns(), targets);
        respondents.write(out, column, weighted.weights());
        WeightReport report = new WeightReport(weighted, respondents.label(), out, column);
        System.out.print(
                switch (format) {
                    case text -> report.text();
                    case csv -> report.csv();
                    case json -> report.json();
                });
        return ExitCodes.OK;
    }

    private void requireFree() {
        if (Files.isDirectory(out)) {
            throw InputException.of(
                    "output-file", "\"" + out + "\" is a folder.", out, "Name the file to write in it.");
        }
        if (Files.exists(out) && !force) {
            throw InputException.of(
                    "output-file",
                    "The file \"" + out + "\" exists already.",
                    out,
                    "Name another, or add --force to replace it.");
        }
    }

    private void requireNew(RespondentFile respondents) {
        if (column.isBlank() || !column.equals(column.strip())) {
            throw InputException.of(
                    "column", "\"" + column + "\" is not a name for a column.", column, "Give letters.");
        }
        if (respondents.header().contains(column) && !replace) {
            throw InputException.of(
                    "column",
                    "There is a column \"" + column + "\" already.",
                    column,
                    "Name another with --column, or add --replace.");
        }
    }

    private Weighting weighting() {
        Weighting by = Weighting.by(Method.of(method));
        if (!bounds.isEmpty()) {
            by = by.within(new Bounds(pair("--bounds", bounds).get(0), bounds.get(1)));
        }
        if (trim.isEmpty() && (strict || inTurn)) {
            String option = strict ? "--strict" : "--in-turn";
            throw InputException.of(
                    "trimming", option + " does nothing without --trim.", option, "Add --trim LOW,HIGH.");
        }
        if (!trim.isEmpty()) {
            Trimming limits = new Trimming(pair("--trim", trim).get(0), trim.get(1), strict);
            by = inTurn ? by.trimmedInTurn(limits) : by.trimmed(limits);
        }
        return by;
    }

    private static List<Double> pair(String option, List<Double> given) {
        if (given.size() != 2) {
            throw InputException.of(
                    "limits",
                    option + " takes two numbers, not " + given.size() + ".",
                    String.valueOf(given.size()),
                    "Write the lower and the upper one with a comma between, such as " + option + " 0.3,3.");
        }
        return given;
    }
}
