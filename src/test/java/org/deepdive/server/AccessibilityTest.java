package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No page keeps anyone out, as far as axe-core can tell: the rules of WCAG 2.2 at levels A and AA and its rules of best
 * practice, with everything unfolded that can be.
 */
@ExtendWith(ServedSite.Shared.class)
class AccessibilityTest {

    private static final List<String> PAGES = List.of(
            "/",
            "/deepdives/students",
            "/deepdives/trust",
            "/deepdives/victims",
            "/deepdives/residents",
            "/deepdives/performance",
            "/deepdives/engagement?theme=asb",
            "/explore/pcss/unsafe_local?by=orientation&waves=2021Q2..2023Q2",
            "/explore/pcss/safe_local?by=wave,student",
            "/explore/residents/q1_feel_safe",
            "/model/pcss/unsafe_local?terms=orientation,age_band",
            "/compare/pcss?title=Trust&of=Measure&first=men&second=women"
                    + "&row=trust;where=sex:male~trust;where=sex:female~Trust",
            "/figures?verdict=differs",
            "/audit",
            "/studies/pcss",
            "/studies/residents",
            "/methods",
            "/nowhere",
            "/explore/pcss/safe_locl",
            "/explore/pcss/safe_local?by=sexx");

    /** Says each violation in words: the rule, what it wants, and the element that breaks it. */
    private static final String CHECK = """
            const done = arguments[arguments.length - 1];
            document.querySelectorAll('details').forEach((d) => (d.open = true));
            axe.run(document, {
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
              resultTypes: ['violations'],
            }).then(({ violations }) => done(violations.flatMap((rule) => rule.nodes.map((node) =>
                `${rule.id} (${rule.help}): ${node.target.join(' ')} ${node.html.slice(0, 200)} ${node.failureSummary}`))),
              (error) => done([String(error)]));
            """;

    private final ServedSite site;
    private final String axe;

    AccessibilityTest(ServedSite site) throws IOException {
        this.site = site;
        try (InputStream script = Objects.requireNonNull(getClass().getResourceAsStream("/axe.min.js"))) {
            this.axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({"light,1280", "dark,1280", "light,390", "dark,390"})
    void no_page_breaks_a_rule(String colours, int width) {
        Browser.browse(browser -> {
            browser.width(width);
            browser.colours(colours);
            List<String> broken = new ArrayList<>();
            for (String path : PAGES) {
                browser.open(site.uri(path));
                browser.run(axe);
                List<?> found = (List<?>) browser.driver().executeAsyncScript(CHECK);
                found.forEach(violation -> broken.add(path + ": " + violation));
            }
            assertThat(broken).as(colours + ", " + width + " pixels wide").isEmpty();
        });
    }
}
