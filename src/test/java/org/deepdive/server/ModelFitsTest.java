package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.ServiceUnavailableResponse;
import org.junit.jupiter.api.Test;

class ModelFitsTest {

    private final ModelFits fits = new ModelFits(1, 20);

    @Test
    void who_waits_too_long_for_a_turn_is_told_to_come_back() {
        String first = fits.inTurn(() -> {
            assertThatThrownBy(() -> fits.inTurn(() -> "second")).isInstanceOf(ServiceUnavailableResponse.class);
            return "first";
        });
        assertThat(first).isEqualTo("first");
    }

    @Test
    void a_fit_that_fails_gives_its_place_free() {
        assertThatThrownBy(() -> fits.inTurn(() -> {
                    throw new IllegalStateException("no solution");
                }))
                .hasMessage("no solution");
        assertThat(fits.<String>inTurn(() -> "next")).isEqualTo("next");
    }
}
