package org.deepdive.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedFormsTest {

    @ParameterizedTest(name = "{0} is {1}, give or take {2}")
    @CsvSource(delimiter = '|', textBlock = """
            47%                        | 0.47      | 0.005   | true
            14.94%                     | 0.1494    | 0.00005 | true
            94%+                       | 0.94      | 0.005   | true
            -6.0%                      | -0.06     | 0.0005  | true
            −6.0%                      | -0.06     | 0.0005  | true
            +6%                        | 0.06      | 0.005   | true
            +6 points                  | 0.06      | 0.005   | true
            6 points                   | 0.06      | 0.005   | true
            1.5 percentage points      | 0.015     | 0.0005  | true
            9 in 10                    | 0.9       | 0.05    | true
            29,250                     | 29250     | 0       | false
            4000                       | 4000      | 0       | false
            £200 million               | 200000000 | 500000  | false
            2.8 million                | 2800000   | 50000   | false
            £7.43 million              | 7430000   | 5000    | false
            £80m                       | 80000000  | 500000  | false
            £1.25bn                    | 1250000000 | 5000000 | false
            4th                        | 4         | 0       | false
            fourth                     | 4         | 0       | false
            Second                     | 2         | 0       | false
            twelfth                    | 12        | 0       | false
            5 seconds                  | 5         | 0.5     | false
            1 minute and 9 seconds     | 69        | 0.5     | false
            15 minutes                 | 900       | 30      | false
            21 months                  | 21        | 0       | false
            3 years                    | 36        | 0       | false
            five                       | 5         | 0       | false
            Ten                        | 10        | 0       | false
            1.92911392405              | 1.92911392405 | 0.000000000005 | false
            """)
    void numbers_are_read_as_documents_print_them(String text, double value, double halfWidth, boolean percent) {
        Printed printed = Printed.parse(text);
        assertThat(printed.text()).isEqualTo(text);
        assertThat(printed.value()).isCloseTo(value, within(1e-12 * Math.max(1, Math.abs(value))));
        assertThat(printed.halfWidth()).isCloseTo(halfWidth, within(1e-15 * Math.max(1, halfWidth)));
        assertThat(printed.percent()).isEqualTo(percent);
    }

    @Test
    void a_fraction_in_words_reaches_halfway_to_the_next_one() {
        Printed threeQuarters = Printed.parse("Three quarters");
        assertThat(threeQuarters.prints(0.7686)).isTrue();
        assertThat(threeQuarters.prints(0.70)).isFalse();
        assertThat(Printed.parse("half").prints(0.58)).isTrue();
        assertThat(Printed.parse("half").prints(0.60)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            many
            some people
            47 per cent
            1,23
            12th of May
            80m
            £80 m
            30-55k
            second from the bottom
            thirteenth
            """)
    void what_is_no_number_is_refused_with_the_forms_that_are(String text) {
        assertThatThrownBy(() -> Printed.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("\"" + text + "\" is not a printed number.");
    }
}
