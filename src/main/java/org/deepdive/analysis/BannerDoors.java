package org.deepdive.analysis;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.deepdive.disclosure.Audience;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.QueryChoices;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.table.BannerBreakdown;
import org.deepdive.table.BannerMarks;

/** A banner as the command that prints it and as the Java that makes it. */
final class BannerDoors {

    private final String question;
    private final BannerSpec spec;
    private final BannerMarks marks;

    BannerDoors(String question, BannerSpec spec, BannerMarks marks) {
        this.question = question;
        this.spec = spec;
        this.marks = marks;
    }

    String cli() {
        Query domain = spec.domain();
        StringBuilder line = new StringBuilder("deepdive table " + domain.study() + " " + question);
        if (!spec.by().isEmpty()) {
            line.append(" --by ")
                    .append(spec.by().stream().map(BreakdownText::shell).collect(Collectors.joining(",")));
        }
        domain.where()
                .forEach((variable, codes) ->
                        line.append(" --where ").append(variable).append('=').append(String.join("/", codes)));
        domain.waves().ifPresent(range -> line.append(" --waves ").append(range.text()));
        if (spec.dontKnows() != QueryChoices.DontKnows.DECLARED) {
            line.append(" --dont-knows ").append(spec.dontKnows().name().toLowerCase(Locale.ROOT));
        }
        if (marks != BannerMarks.LETTERS) {
            line.append(marks == BannerMarks.ARROWS ? " --arrows" : " --plain");
        }
        if (spec.adjustment() != Adjustment.NONE) {
            line.append(" --adjust ").append(spec.adjustment().word());
        }
        return line.append(spec.audience() == Audience.PUBLIC ? " --public" : "")
                .toString();
    }

    String java() {
        Query domain = spec.domain();
        StringBuilder code = new StringBuilder("Studies.open(\"" + domain.study() + "\").banner(\"" + question + "\")");
        if (!spec.by().isEmpty()) {
            code.append(".by(")
                    .append(quoted(spec.by().stream().map(BannerBreakdown::name).toList()))
                    .append(')');
        }
        domain.where()
                .forEach((variable, codes) -> code.append(".where(\"")
                        .append(variable)
                        .append("\", ")
                        .append(quoted(codes))
                        .append(')'));
        domain.waves()
                .ifPresent(range -> code.append(".waves(")
                        .append(quoted(List.of(range.first(), range.last())))
                        .append(')'));
        code.append(
                switch (spec.dontKnows()) {
                    case DECLARED -> "";
                    case IN -> ".withDontKnows()";
                    case OUT -> ".withoutDontKnows()";
                });
        if (spec.adjustment() != Adjustment.NONE) {
            code.append(".adjusted(Adjustment.")
                    .append(spec.adjustment().name())
                    .append(')');
        }
        if (spec.audience() == Audience.PUBLIC) {
            code.append(".forAnyone()");
        }
        return code.append(
                        switch (marks) {
                            case LETTERS -> ".letters()";
                            case ARROWS -> ".arrows()";
                            case NONE -> ".plain()";
                        })
                .toString();
    }

    private static String quoted(List<String> words) {
        return words.stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(", "));
    }
}
