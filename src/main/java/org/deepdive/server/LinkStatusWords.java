package org.deepdive.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deepdive.server.share.Change;
import org.deepdive.server.share.LinkStatus;
import org.deepdive.server.view.LinkView.ChangeView;
import org.deepdive.server.view.LinkView.StatusView;

/** What has become of a saved link's numbers, in words. */
final class LinkStatusWords {

    private static final String TEST =
            "Beyond chance means more than two independent samples of the same population would differ by, at 95%,"
                    + " Holm-adjusted over the lines. Where the new data contain the old ones, the real margin is smaller, so"
                    + " that the test says too rarely rather than too often that something changed.";

    private LinkStatusWords() {}

    /** @param shares whether estimates are shares of 1, to be shown as percentages */
    static StatusView view(LinkStatus status, boolean shares) {
        if (status instanceof LinkStatus.Current current) {
            return new StatusView(status.word(), "Current", List.of(current(current)), List.of());
        }
        if (status instanceof LinkStatus.NotRecomputable reason) {
            String why = reason.withheld()
                    ? "The rules of disclosure withhold the answer today: "
                    : "The question cannot be answered today: ";
            return new StatusView(
                    status.word(),
                    "Cannot be recomputed",
                    List.of(why + reason.reason(), "The numbers below are those that were saved."),
                    List.of());
        }
        LinkStatus.Changed changed = (LinkStatus.Changed) status;
        return new StatusView(
                status.word(),
                "Changed since",
                changed(changed),
                changed.changes().stream().map(change -> view(change, shares)).toList());
    }

    private static String current(LinkStatus.Current current) {
        return current.sameInputs()
                ? "Data, disclosure rules and program are those of the day it was saved, so the numbers are too."
                : "The data, the disclosure rules or the program changed since it was saved; the numbers come out the same.";
    }

    private static List<String> changed(LinkStatus.Changed changed) {
        List<String> sentences = new ArrayList<>();
        long beyond = changed.count(Change.Kind.SIGNIFICANT);
        long tested = beyond + changed.count(Change.Kind.WITHIN_CHANCE);
        sentences.add("The numbers below are those that were saved. Today "
                + (changed.changes().isEmpty()
                        ? "they come from data of another kind."
                        : lines(changed.changes().size()) + " would read otherwise."));
        if (tested > 0) {
            sentences.add((beyond == 0 ? "None changed" : lines(beyond) + " changed") + " by more than chance.");
            sentences.add(TEST);
        }
        return sentences;
    }

    private static String lines(long count) {
        return count == 1 ? "1 line" : count + " lines";
    }

    private static ChangeView view(Change change, boolean shares) {
        String verdict = switch (change.kind()) {
            case NEW -> "New";
            case GONE -> "No longer there";
            case SIGNIFICANT ->
                "Changed beyond chance (p " + probability(change.p().orElseThrow()) + ")";
            case WITHIN_CHANCE ->
                "Changed within chance (p " + probability(change.p().orElseThrow()) + ")";
            case UNTESTED -> untested(change);
        };
        return new ChangeView(change.row(), value(change.before(), shares), value(change.after(), shares), verdict);
    }

    private static String untested(Change change) {
        if (change.after().filter(LinkStatusWords::isWithheld).isPresent()) {
            return "Withheld today";
        }
        return change.before().filter(LinkStatusWords::isWithheld).isPresent()
                ? "Withheld when it was saved"
                : "Changed; no test is possible";
    }

    private static boolean isWithheld(Change.Value value) {
        return value.estimate().isEmpty() && value.flags().contains("[c]");
    }

    private static String probability(double p) {
        return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "= %.3f", p);
    }

    private static String value(Optional<Change.Value> value, boolean shares) {
        return value.map(v -> value(v, shares)).orElse("–");
    }

    private static String value(Change.Value value, boolean shares) {
        StringBuilder text = new StringBuilder(value.estimate().isEmpty() ? "" : number(value.estimate(), shares));
        if (!value.low().isEmpty() && !value.high().isEmpty()) {
            text.append(" (")
                    .append(number(value.low(), shares))
                    .append(" to ")
                    .append(number(value.high(), shares))
                    .append(')');
        }
        if (!value.base().isEmpty()) {
            text.append(text.isEmpty() ? "base " : ", base ").append(value.base());
        }
        if (!value.flags().isEmpty()) {
            text.append(text.isEmpty() ? "" : " ").append(value.flags());
        }
        return text.isEmpty() ? "–" : text.toString();
    }

    private static String number(String text, boolean shares) {
        try {
            double value = Double.parseDouble(text);
            return shares
                    ? String.format(Locale.ROOT, "%.1f%%", 100 * value)
                    : String.format(Locale.ROOT, "%.4g", value);
        } catch (NumberFormatException e) {
            // A mark stands where the number would.
            return text;
        }
    }
}
