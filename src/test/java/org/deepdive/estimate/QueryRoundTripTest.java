package org.deepdive.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.deepdive.estimate.interval.Interval;

/** Whatever may be asked can be written down and read back. */
class QueryRoundTripTest {

    @Property
    void the_text_of_a_query_parses_to_the_query(@ForAll("queries") Query query) {
        assertThat(Query.parse(query.text())).isEqualTo(query);
    }

    @Property
    void equal_texts_are_equal_queries(@ForAll("queries") Query one, @ForAll("queries") Query other) {
        assertThat(one.text().equals(other.text())).isEqualTo(one.equals(other));
    }

    @Property
    void a_browser_may_encode_the_parts(@ForAll("queries") Query query) {
        String encoded = Arrays.stream(query.text().split("&"))
                .map(part -> part.split("=", 2))
                .map(part -> part[0] + "=" + URLEncoder.encode(part[1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        assertThat(Query.parse(encoded)).isEqualTo(query);
    }

    @Property
    void the_path_holds_the_text(@ForAll("queries") Query query) {
        String[] path = query.path().split("\\?", 2);
        String[] places = path[0].split("/");
        assertThat(places).hasSize(4);
        String text = "study=" + places[2] + "&measure=" + places[3].replace('+', '/')
                + (path.length == 2 ? "&" + path[1] : "");
        assertThat(text).isEqualTo(query.text());
    }

    @Property
    void the_command_line_holds_the_query(@ForAll("queries") Query query) {
        String[] words = query.cli().split(" ");
        assertThat(words).startsWith("deepdive", "estimate", query.study(), query.measureText());
        Query read = Query.of(words[2], words[3]);
        for (int i = 4; i < words.length; i += 2) {
            String[] sides = words[i + 1].split("=", 2);
            read = switch (words[i]) {
                case "--by" -> read.by(List.of(words[i + 1].split(",")));
                case "--where" -> read.where(sides[0], sides[1].split("/"));
                case "--waves" -> {
                    WaveRange range = WaveRange.parse(words[i + 1]);
                    yield read.waves(range.first(), range.last());
                }
                case "--dont-knows" -> read.dontKnows(QueryChoices.DontKnows.read(words[i + 1]));
                case "--interval" -> read.interval(Interval.read(words[i + 1]));
                default -> throw new AssertionError(words[i]);
            };
        }
        assertThat(read).isEqualTo(query);
    }

    @Provide
    Arbitrary<Query> queries() {
        Arbitrary<String> names = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars('_')
                .ofMinLength(1)
                .ofMaxLength(8);
        Arbitrary<List<String>> codes = names.list().ofMinSize(1).ofMaxSize(3);
        Arbitrary<SortedMap<String, List<String>>> where =
                Arbitraries.maps(names, codes).ofMaxSize(3).map(TreeMap::new);
        Arbitrary<Optional<WaveRange>> waves =
                Combinators.combine(names, names).as(WaveRange::new).optional();
        Arbitrary<QueryChoices> choices = Combinators.combine(
                        Arbitraries.of(QueryChoices.DontKnows.class),
                        Arbitraries.of(Interval.class).optional())
                .as(QueryChoices::new);
        return Combinators.combine(
                        names,
                        names,
                        names.list().ofMaxSize(2),
                        names.list().uniqueElements().ofMaxSize(Query.MOST_BREAKDOWNS),
                        where,
                        waves,
                        choices)
                .as(Query::new);
    }
}
