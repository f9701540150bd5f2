package org.deepdive.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lengths of time in months, against the waves that the same row names: each wave is three months. */
final class PeriodsCheck implements AuditCheck {

    @Override
    public String name() {
        return "periods";
    }

    @Override
    public List<AuditFinding> findings(AuditMaterial material) {
        List<AuditFinding> found = new ArrayList<>();
        for (PublishedFigure figure : material.figures()) {
            if (figure.unit() == Unit.MONTHS && figure.printed().isPresent() && !Approximation.isRough(figure)) {
                material.period(figure)
                        .flatMap(period -> finding(figure, period))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<AuditFinding> finding(PublishedFigure figure, Period period) {
        Printed printed = figure.printed().orElseThrow();
        if (printed.value() == period.months()) {
            return Optional.empty();
        }
        String waves = period.waves() == 1 ? "1 wave" : period.waves() + " waves";
        return Optional.of(AuditFinding.of(
                Severity.INCONSISTENT,
                this,
                List.of(figure),
                printed.text() + " are printed for " + period.text() + ", which is " + waves + " of 3 months, "
                        + period.months() + " together; " + printed.text() + " are "
                        + Wording.number(printed.value() / 3, 2) + " waves."));
    }
}
