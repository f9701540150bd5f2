package org.deepdive.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deepdive.estimate.CellText;
import org.deepdive.estimate.Flag;
import org.deepdive.study.Category;
import org.deepdive.study.Measure;

/**
 * The shares of a question's answers, as one stacked bar of 100% for each group.
 *
 * @param answers the answers from left to right
 * @param net the answers counted together, where the study declares a net of the question
 * @param groups the bars from top to bottom
 */
record Likert(List<Answer> answers, Optional<Net> net, List<Group> groups) implements Picture.OfTable {

    private static final int MOST_SPOKEN = 6;
    private static final CellText TEXT = new CellText(CellText.Unit.SHARE);

    /**
     * An answer.
     *
     * @param category the answer
     * @param ink the colour of its segments
     */
    record Answer(Category category, Ink ink) {}

    /**
     * Answers counted together, such as "very or fairly safe".
     *
     * @param label what they mean together
     * @param codes their codes
     */
    record Net(String label, List<String> codes) {}

    /**
     * One bar.
     *
     * @param heading what several bars have in common; empty for nothing
     * @param label whom it is about
     * @param parts its segments, those withheld included
     * @param net the net of the positive answers, printed, with the marks of the bar; empty for nothing to print
     * @param value the net of the positive answers; NaN where part of it was withheld
     */
    record Group(String heading, String label, List<Part> parts, String net, double value) {

        /** Whether any of its segments was withheld. */
        boolean withheld() {
            return parts.stream().anyMatch(p -> p.mark().withheld());
        }

        /** The share that its segments have together, as far as they are shown. */
        double end() {
            return parts.stream()
                    .filter(p -> p.mark().hasValue())
                    .mapToDouble(p -> p.mark().value())
                    .sum();
        }
    }

    /**
     * One segment.
     *
     * @param answer its position among the answers
     * @param mark its value
     */
    record Part(int answer, Mark mark) {}

    /** Where the bars end after which a mark tells of segments withheld. */
    List<Double> withheldFrom() {
        return groups.stream().filter(Group::withheld).map(Group::end).toList();
    }

    /** Whether stacked bars are the best picture: of an ordered scale. */
    static boolean suits(Grid grid) {
        return isPossible(grid) && grid.answers().orElseThrow().kind() == Grid.Dimension.Kind.ORDERED_ANSWERS;
    }

    /** Whether the answers partition the respondents and there are colours enough. */
    static boolean isPossible(Grid grid) {
        if (!(grid.table().measure() instanceof Measure.Distribution)
                || grid.answers().isEmpty()) {
            return false;
        }
        long scale = grid.answers().get().categories().stream()
                .filter(Likert::isValid)
                .count();
        return scale <= Ink.longestScale(net(grid).isPresent());
    }

    static Likert of(Grid grid) {
        Optional<Net> net = net(grid);
        List<Answer> answers = answers(grid, net.isPresent());
        List<Grid.Dimension> breakdowns = new ArrayList<>(grid.dimensions());
        breakdowns.remove(breakdowns.size() - 1);
        List<Group> groups = Grid.places(breakdowns).stream()
                .map(place -> group(grid, place, answers, net))
                .filter(group -> !group.parts().isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
        boolean nominal = breakdowns.size() == 1 && breakdowns.get(0).kind() == Grid.Dimension.Kind.NOMINAL;
        if (nominal && net.isPresent()) {
            groups.sort(Comparator.comparingDouble(g -> Double.isNaN(g.value()) ? 1 : -g.value()));
        }
        return new Likert(answers, net, List.copyOf(groups));
    }

    private static boolean isValid(Category category) {
        return category.status() == Category.Status.VALID;
    }

    private static List<Answer> answers(Grid grid, boolean twoPoles) {
        List<Category> categories = grid.answers().orElseThrow().categories();
        List<Category> valid = categories.stream().filter(Likert::isValid).toList();
        List<Ink> inks = Ink.scale(valid.size(), twoPoles);
        return categories.stream()
                .map(c -> new Answer(c, isValid(c) ? inks.get(valid.indexOf(c)) : Ink.MIST))
                .toList();
    }

    /** The first net that the study declares of the same answers to the same question. */
    private static Optional<Net> net(Grid grid) {
        Measure.Distribution asked = (Measure.Distribution) grid.table().measure();
        int answers = grid.answers().orElseThrow().categories().size();
        return grid.table().study().measures().stream()
                .filter(Measure.Percentage.class::isInstance)
                .map(Measure.Percentage.class::cast)
                .filter(m -> m.variable().equals(asked.variable()))
                .filter(m -> m.exclude().equals(asked.exclude()))
                .filter(m -> m.net().size() < answers)
                .findFirst()
                .map(m -> new Net(m.shortLabel(), m.net()));
    }

    private static Group group(Grid grid, List<Category> place, List<Answer> answers, Optional<Net> net) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            int answer = i;
            List<Category> whole = new ArrayList<>(place);
            whole.add(answers.get(i).category());
            grid.mark(whole).ifPresent(mark -> parts.add(new Part(answer, mark)));
        }
        double value = net.map(n -> sum(n, answers, parts)).orElse(Double.NaN);
        String printed = net.isEmpty() ? "" : Double.isNaN(value) ? Flag.SUPPRESSED.mark() : TEXT.of(value);
        int last = place.size() - 1;
        return new Group(
                place.size() < 2 ? "" : place.get(0).label(),
                place.isEmpty() ? "All" : place.get(last).label(),
                parts,
                (printed + " " + marks(parts)).strip(),
                value);
    }

    private static double sum(Net net, List<Answer> answers, List<Part> parts) {
        return parts.stream()
                .filter(p ->
                        net.codes().contains(answers.get(p.answer()).category().code()))
                .mapToDouble(p -> p.mark().value())
                .reduce(Double::sum)
                .orElse(Double.NaN);
    }

    /** The marks that belong to the bar as a whole; a withheld segment says so itself. */
    private static String marks(List<Part> parts) {
        EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        parts.forEach(p -> flags.addAll(p.mark().cell().flags()));
        flags.remove(Flag.SUPPRESSED);
        return CellText.marks(flags);
    }

    @Override
    public Chart chart() {
        return Chart.LIKERT;
    }

    @Override
    public List<String> remarks() {
        return net.stream()
                .map(n -> "Net: " + n.label() + " (" + words(n) + ").")
                .toList();
    }

    private String words(Net net) {
        return answers.stream()
                .map(Answer::category)
                .filter(c -> net.codes().contains(c.code()))
                .map(Category::label)
                .collect(Collectors.joining(" + "));
    }

    @Override
    public String inWords() {
        String spoken = groups.stream().limit(MOST_SPOKEN).map(this::spoken).collect(Collectors.joining(" "));
        int more = groups.size() - MOST_SPOKEN;
        return more > 0 ? spoken + " " + more + " more groups are in the table." : spoken;
    }

    private String spoken(Group group) {
        String parts = group.parts().stream()
                .map(p -> answers.get(p.answer()).category().label() + " "
                        + p.mark().printed())
                .collect(Collectors.joining(", "));
        String who = group.heading().isEmpty() ? group.label() : group.heading() + ", " + group.label();
        return who + ": " + parts + (net.isPresent() ? "; net " + group.net() : "") + ".";
    }
}
