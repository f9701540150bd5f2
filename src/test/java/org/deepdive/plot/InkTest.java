package org.deepdive.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Colours keep the contrasts of WCAG 2.2 and the order of the conventions. */
class InkTest {

    @ParameterizedTest
    @EnumSource(Ink.class)
    void numbers_in_bars_have_a_contrast_of_at_least_4_5(Ink ink) {
        for (Theme theme : Theme.values()) {
            assertThat(contrast(ink.fill(theme), ink.text(theme)))
                    .as(theme.toString())
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void text_and_error_bars_can_be_read_on_every_page() {
        for (Theme theme : Theme.values()) {
            assertThat(contrast(theme.ink(), theme.paper())).isGreaterThan(7);
        }
        for (String paper : List.of("#FFFFFF", "#000000")) {
            assertThat(contrast("#767676", paper)).isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void series_stand_out_from_their_page() {
        for (Theme theme : Theme.values()) {
            for (Ink ink : Ink.series(Ink.MOST_SERIES)) {
                assertThat(contrast(ink.fill(theme), theme.paper()))
                        .as(ink + " " + theme)
                        .isGreaterThan(2.9);
            }
        }
    }

    @Test
    void series_have_the_colours_of_the_conventions_in_their_order() {
        assertThat(Ink.series(1)).extracting(i -> i.fill(Theme.LIGHT)).containsExactly("#12436D");
        assertThat(Ink.series(2)).extracting(i -> i.fill(Theme.LIGHT)).containsExactly("#12436D", "#F46A25");
        assertThat(Ink.series(4))
                .extracting(i -> i.fill(Theme.LIGHT))
                .containsExactly("#12436D", "#28A197", "#801650", "#F46A25");
    }

    @Test
    void scales_have_a_colour_of_their_own_for_every_answer() {
        for (boolean twoPoles : List.of(true, false)) {
            for (int answers = 1; answers <= Ink.longestScale(twoPoles); answers++) {
                assertThat(Ink.scale(answers, twoPoles)).hasSize(answers).doesNotHaveDuplicates();
            }
        }
    }

    /** The contrast ratio of WCAG 2.2. */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String color) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double luminance = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(color.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            luminance += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return luminance;
    }
}
