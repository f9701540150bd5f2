package org.deepdive.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The audit does not cry wolf: what is printed of real respondents, with whatever decimals, is never found fault with. */
class AuditPropertyTest {

    private static final int WAVES = 4;

    /** Invented respondents, and what a document prints of them. */
    private static final class Sample {
        final Random random;
        final int decimals;
        final int n;
        final int[] opinion;
        final int[][] rank;
        final boolean[] female;
        final int[] wave;
        final boolean[] safe;

        Sample(long seed, int n, int decimals) {
            this.random = new Random(seed);
            this.decimals = decimals;
            this.n = n;
            double lean = random.nextDouble();
            opinion = IntStream.range(0, n)
                    .map(i -> random.nextDouble() < lean ? 0 : 1 + random.nextInt(2))
                    .toArray();
            female = new boolean[n];
            safe = new boolean[n];
            wave = new int[n];
            rank = new int[n][];
            double rate = random.nextDouble();
            for (int i = 0; i < n; i++) {
                // Every wave and sex has somebody.
                wave[i] = i % WAVES;
                female[i] = i < 2 * WAVES ? i / WAVES == 0 : random.nextBoolean();
                safe[i] = random.nextDouble() < rate + (female[i] ? 0.1 : -0.1);
                rank[i] = ranked();
            }
        }

        private int[] ranked() {
            Integer[] order = {0, 1, 2, 3, 4};
            double[] key = random.doubles(5).toArray();
            key[0] /= 2;
            Arrays.sort(order, Comparator.comparingDouble(o -> key[o]));
            return new int[] {order[0], order[1], order[2]};
        }

        String percent(long count, long of) {
            return BigDecimal.valueOf(100 * count)
                            .divide(BigDecimal.valueOf(of), decimals, RoundingMode.HALF_UP)
                            .toPlainString()
                    + "%";
        }

        long count(java.util.function.IntPredicate who) {
            return IntStream.range(0, n).filter(who).count();
        }
    }

    @Property(tries = 60)
    void what_is_printed_of_respondents_is_never_found_fault_with(
            @ForAll long seed, @ForAll @IntRange(min = 8, max = 3_000) int n, @ForAll @IntRange(max = 3) int decimals)
            throws IOException {
        Path folder = Files.createTempDirectory("audit");
        try {
            Sample sample = new Sample(seed, n, decimals);
            MadeUpPublication made = new MadeUpPublication(folder);
            counted(sample, made);
            ranked(sample, made);
            groupsAndWaves(sample, made);
            withoutQueries(sample, made);
            assertThat(made.findings()).isEmpty();
        } finally {
            deleted(folder);
        }
    }

    /** A question with one answer: counts, percentages, a net and its sum. */
    private static void counted(Sample s, MadeUpPublication made) {
        String base = String.valueOf(s.n);
        String[] codes = {"yes", "no", "unsure"};
        for (int code = 0; code < codes.length; code++) {
            int answer = code;
            long count = s.count(i -> s.opinion[i] == answer);
            made.poll(codes[code], "opinion." + codes[code], String.valueOf(count), "count", base)
                    .poll(codes[code] + "-percent", "opinion." + codes[code], s.percent(count, s.n), "percent", base);
        }
        long net = s.count(i -> s.opinion[i] > 0);
        made.poll("net", "opinion.no/unsure", s.percent(net, s.n), "percent", base, "no-percent unsure-percent", "sum")
                .poll("net-count", "opinion.no/unsure", String.valueOf(net), "count", base, "no unsure", "sum");
    }

    /** A question to choose three: scores, shares that chose an answer, shares that ranked it first. */
    private static void ranked(Sample s, MadeUpPublication made) {
        String[] codes = {"peace", "bread", "rain", "sun", "wind"};
        StringBuilder tallies = new StringBuilder("measure,option,label,count,respondents,origin\n");
        for (int code = 0; code < codes.length; code++) {
            long points = 0;
            long chosen = 0;
            long first = 0;
            for (int[] order : s.rank) {
                for (int place = 0; place < order.length; place++) {
                    points += order[place] == code ? 3 - place : 0;
                    chosen += order[place] == code ? 1 : 0;
                }
                first += order[0] == code ? 1 : 0;
            }
            String base = String.valueOf(s.n);
            tallies.append(String.join(",", "wish", codes[code], codes[code], String.valueOf(points), base, "chart"))
                    .append('\n');
            String query = "wish." + codes[code];
            made.poll(
                            codes[code] + "-score",
                            query,
                            String.format(Locale.ROOT, "%.11f", (double) points / s.n),
                            "score",
                            base)
                    .poll(codes[code] + "-chosen", query, s.percent(chosen, s.n), "percent-chosen", base)
                    .poll(codes[code] + "-first", query, s.percent(first, s.n), "percent-first", base);
        }
        made.write("studies/poll/tallies.csv", tallies.toString());
    }

    /** Shares of a sample by sex and wave, with their respondents, and directions as they come out. */
    private static void groupsAndWaves(Sample s, MadeUpPublication made) {
        made.panel("all", "base&waves=w1..w4", String.valueOf(s.n), "respondents", "");
        made.panel("safe", "safe&waves=w1..w4", s.percent(s.count(i -> s.safe[i]), s.n), "percent", "");
        for (boolean female : new boolean[] {true, false}) {
            String code = female ? "female" : "male";
            long base = s.count(i -> s.female[i] == female);
            made.panel("n-" + code, "base&where=sex:" + code + "&waves=w1..w4", String.valueOf(base), "respondents", "")
                    .panel(
                            code,
                            "safe&where=sex:" + code + "&waves=w1..w4",
                            s.percent(s.count(i -> s.safe[i] && s.female[i] == female), base),
                            "percent",
                            String.valueOf(base));
        }
        double women = share(s, true);
        double men = share(s, false);
        made.panel(
                "order",
                "safe&where=sex:female&waves=w1..w4",
                "",
                "finding",
                "",
                "male",
                women > men ? "higher" : "lower");
        if (Math.abs(z(s, women, men)) > ShareTest.Z95 * Math.sqrt(1.5)) {
            made.panel(
                    "test",
                    "safe&where=sex:female&waves=w1..w4",
                    "",
                    "finding",
                    "",
                    "male",
                    women > men ? "significantly higher" : "significantly lower");
        } else {
            made.panel("test", "safe&where=sex:female&waves=w1..w4", "", "finding", "", "male", "similar");
        }
        waves(s, made);
    }

    private static double share(Sample s, boolean female) {
        return (double) s.count(i -> s.safe[i] && s.female[i] == female) / s.count(i -> s.female[i] == female);
    }

    /** The pooled two-proportion test of the textbooks. */
    private static double z(Sample s, double one, double other) {
        double n = s.count(i -> s.female[i]);
        double m = s.n - n;
        double p = (n * one + m * other) / (n + m);
        return p == 0 || p == 1 ? 0 : (one - other) / Math.sqrt(p * (1 - p) * (1 / n + 1 / m));
    }

    private static void waves(Sample s, MadeUpPublication made) {
        int highest = 0;
        double most = -1;
        for (int wave = 0; wave < WAVES; wave++) {
            int now = wave;
            double share = (double) s.count(i -> s.safe[i] && s.wave[i] == now) / s.count(i -> s.wave[i] == now);
            highest = share > most ? wave : highest;
            most = Math.max(most, share);
        }
        for (int wave = 0; wave < WAVES; wave++) {
            int now = wave;
            long base = s.count(i -> s.wave[i] == now);
            made.panel(
                    "w" + (wave + 1),
                    "safe&waves=w" + (wave + 1),
                    s.percent(s.count(i -> s.safe[i] && s.wave[i] == now), base),
                    "percent",
                    String.valueOf(base),
                    "",
                    wave == highest ? "highest wave" : "");
        }
    }

    /** The same without queries: sums, changes, fractions and words. */
    private static void withoutQueries(Sample s, MadeUpPublication made) {
        long women = s.count(i -> s.female[i]);
        long safe = s.count(i -> s.safe[i]);
        String base = String.valueOf(s.n);
        made.row("x-women", "", String.valueOf(women), "count", base, "", "")
                .row("x-women-percent", "", s.percent(women, s.n), "percent", base, "x-women", "same")
                .row("x-men", "", String.valueOf(s.n - women), "count", base, "", "")
                .row("x-all", "", base, "respondents", "", "x-women x-men", "sum")
                .row("x-safe", "", s.percent(safe, s.n), "percent", base, "", "")
                .row("x-least", "", String.valueOf(safe / 2), "count", base, "x-safe", "at least")
                .row("x-about", "", rounded(women), "number", "", "x-women", "about")
                .row("x-almost", "", String.valueOf(women + 1), "number", "", women > 20 ? "x-women" : "", "almost");
        BigDecimal change = new BigDecimal(s.percent(safe, s.n).replace("%", ""))
                .subtract(new BigDecimal(s.percent(women, s.n).replace("%", "")));
        made.row("x-change", "", change.toPlainString() + " points", "points", "", "x-women-percent x-safe", "change");
    }

    private static String rounded(long count) {
        int digits = String.valueOf(count).length();
        return BigDecimal.valueOf(count)
                .setScale(2 - digits, RoundingMode.HALF_UP)
                .setScale(0)
                .toPlainString();
    }

    private static void deleted(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
