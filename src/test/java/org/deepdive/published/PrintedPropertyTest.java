package org.deepdive.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is counted, prints; and what printed can be counted back. */
class PrintedPropertyTest {

    /** A count of a base, printed as a percentage with so many decimals. */
    record Counted(long count, long base, int decimals) {

        String text() {
            return BigDecimal.valueOf(100 * count)
                            .divide(BigDecimal.valueOf(base), decimals, RoundingMode.HALF_UP)
                            .toPlainString()
                    + "%";
        }

        Printed printed() {
            return Printed.parse(text());
        }
    }

    @Provide
    Arbitrary<Counted> counted() {
        Arbitrary<Long> bases = Arbitraries.longs().between(1, 60_000);
        return Combinators.combine(
                        bases,
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(0, 4))
                .as((base, share, decimals) -> new Counted(Math.round(share * base), base, decimals));
    }

    @Property
    void a_count_prints_as_it_was_printed(@ForAll("counted") Counted counted) {
        assertThat(counted.printed().prints((double) counted.count() / counted.base()))
                .isTrue();
    }

    @Property
    void granularity_finds_the_count_that_was_printed(@ForAll("counted") Counted counted) {
        WholeCounts counts = WholeCounts.printing(counted.printed(), counted.base());
        assertThat(counts.isEmpty()).isFalse();
        assertThat(counted.count()).isBetween(counts.least(), counts.most());
    }

    @Property
    void granularity_finds_no_count_that_prints_otherwise(@ForAll("counted") Counted counted) {
        WholeCounts counts = WholeCounts.printing(counted.printed(), counted.base());
        Printed printed = counted.printed();
        assertThat(printed.distance((double) counts.least() / counted.base())).isLessThan(1e-12);
        // One less than no respondent is no count.
        assertThat(counts.least() > 0 && printed.prints((counts.least() - 1.0) / counted.base()))
                .isFalse();
        assertThat(printed.prints((counts.most() + 1.0) / counted.base())).isFalse();
    }

    @Property(tries = 200)
    void the_sum_of_two_printed_percentages_is_recognised(
            @ForAll("counted") Counted one, @ForAll("counted") Counted other) {
        Counted second = new Counted(Math.min(other.count(), one.base() - one.count()), one.base(), one.decimals());
        BigDecimal sum = new BigDecimal(one.text().replace("%", ""))
                .add(new BigDecimal(second.text().replace("%", "")));
        Printed printed = Printed.parse(sum.toPlainString() + "%");
        WholeCounts counts = WholeCounts.printing(printed, one.base());
        // The audit asks for sums only where no single count prints.
        assertThat(!counts.isEmpty() || GranularityCheck.isSumOfRounded(printed, one.base(), 2))
                .isTrue();
    }

    @Property
    void a_score_per_respondent_gives_back_its_points(@ForAll("counted") Counted counted) {
        double score = 3.0 * counted.count() / counted.base();
        String printed =
                BigDecimal.valueOf(score).setScale(12, RoundingMode.HALF_UP).toPlainString();
        WholeCounts points = WholeCounts.printing(Printed.parse(printed), counted.base());
        assertThat(3 * counted.count()).isBetween(points.least(), points.most());
    }
}
