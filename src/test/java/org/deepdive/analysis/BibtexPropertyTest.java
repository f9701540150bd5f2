package org.deepdive.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.deepdive.study.DataLabel;

/** BibTeX reads back as what was written, whatever that is. */
class BibtexPropertyTest {

    @Provide
    Arbitrary<String> titles() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("{}\\%&$#_~^\"<>|@,= ab").ofMaxLength(30),
                Arbitraries.strings().all().excludeChars('\uD800').ofMaxLength(20));
    }

    @Property(tries = 500)
    void any_title_comes_back_from_the_bibtex_as_it_was(@ForAll @From("titles") String title) {
        String bibtex = CitationTest.citation(title, DataLabel.PRACTICE).bibtex();
        String read = LatexReader.text(BibtexReader.field(bibtex, "title"));
        assertThat(read).isEqualTo(title.replaceAll("[\\p{Cntrl}\\s]+", " ").strip());
    }

    @Property(tries = 300)
    void whatever_the_title_braces_are_balanced_and_every_field_is_there(@ForAll @From("titles") String title) {
        String bibtex = CitationTest.citation(title, DataLabel.PRACTICE).bibtex();
        int depth = 0;
        for (char c : bibtex.toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            assertThat(depth).isNotNegative();
        }
        assertThat(depth).isZero();
        assertThat(BibtexReader.field(bibtex, "author")).isEqualTo("Deepdive");
        assertThat(BibtexReader.field(bibtex, "year")).isEqualTo("2026");
        assertThat(bibtex.substring(0, bibtex.indexOf(','))).matches("@misc\\{[a-z0-9-]+");
    }

    @Property(tries = 200)
    void an_address_has_nothing_that_ends_its_field(@ForAll String address) {
        assertThat(Latex.address(address)).matches("[!-~]*").doesNotContain("{", "}", "\\", "\"");
    }

    /** Reads fields as BibTeX does: to the brace that closes what was opened, whatever stands before it. */
    private static final class BibtexReader {

        static String field(String bibtex, String name) {
            String start = "\n  " + name + " = {";
            int from = bibtex.indexOf(start) + start.length();
            int depth = 1;
            int to = from;
            while (depth > 0) {
                char c = bibtex.charAt(to++);
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            }
            String value = bibtex.substring(from, to - 1);
            return value.startsWith("{") ? value.substring(1, value.length() - 1) : value;
        }
    }

    /** Reads the few commands that a title may hold; anything else that starts a command is a mistake. */
    private static final class LatexReader {

        private static final Map<String, String> COMMANDS = Map.of(
                "textbackslash", "\\",
                "textbraceleft", "{",
                "textbraceright", "}",
                "textasciitilde", "~",
                "textasciicircum", "^",
                "textless", "<",
                "textgreater", ">",
                "textbar", "|",
                "textquotedbl", "\"");

        static String text(String latex) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < latex.length(); i++) {
                char c = latex.charAt(i);
                if (c != '\\') {
                    assertThat("{}%&$#_~^".indexOf(c)).as("a bare " + c).isNegative();
                    text.append(c);
                } else if ("%&$#_".indexOf(latex.charAt(i + 1)) >= 0) {
                    text.append(latex.charAt(++i));
                } else {
                    int end = latex.indexOf("{}", i);
                    text.append(COMMANDS.get(latex.substring(i + 1, end)));
                    i = end + 1;
                }
            }
            return text.toString();
        }
    }
}
