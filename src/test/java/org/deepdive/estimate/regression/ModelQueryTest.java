package org.deepdive.estimate.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.deepdive.estimate.Query;
import org.deepdive.study.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions to models, as words. */
class ModelQueryTest {

    private static final ModelQuery CONFIDENCE = ModelQuery.of(
                    Query.of("pcss", "confident_emergency")
                            .where("sex", "female")
                            .waves("2021Q2", "2023Q2"),
                    "ethnicity")
            .adjustedFor(List.of("age_band", "wave.trend", "ethnicity:age_band"))
            .reference("age_band", "65_plus");

    @Test
    void a_question_has_one_text_in_every_door() {
        assertThat(CONFIDENCE.text())
                .isEqualTo("study=pcss&measure=confident_emergency&where=sex:female&waves=2021Q2..2023Q2"
                        + "&terms=ethnicity,age_band,wave.trend,ethnicity:age_band&reference=age_band:65_plus");
        assertThat(CONFIDENCE.cli())
                .isEqualTo("deepdive model pcss confident_emergency --where sex=female --waves 2021Q2..2023Q2"
                        + " --terms ethnicity,age_band,wave.trend,ethnicity:age_band --reference age_band=65_plus");
        assertThat(CONFIDENCE.java())
                .isEqualTo("Studies.open(\"pcss\").measure(\"confident_emergency\").where(\"sex\", \"female\")"
                        + ".waves(\"2021Q2\", \"2023Q2\").model(\"ethnicity\")"
                        + ".adjustedFor(\"age_band\", \"wave.trend\", \"ethnicity:age_band\")"
                        + ".reference(\"age_band\", \"65_plus\").fit()");
    }

    @Test
    void a_text_written_for_a_url_is_read_as_well() {
        assertThat(ModelQuery.parse("terms=ethnicity%2Cage_band&measure=confident_emergency&study=pcss")
                        .terms())
                .extracting(ModelTerm::text)
                .containsExactly("ethnicity", "age_band");
    }

    @Property(tries = 200)
    void parsing_the_text_gives_the_question_back(@ForAll("questions") ModelQuery query) {
        assertThat(ModelQuery.parse(query.text())).isEqualTo(query);
    }

    @Provide
    Arbitrary<ModelQuery> questions() {
        Arbitrary<Query> outcomes = Arbitraries.of(
                Query.of("pcss", "safe_local"),
                Query.of("pcss", "safe_local_scale.very_safe/fairly_safe"),
                Query.of("pcss", "safe_local").where("sex", "female", "male").waves("2021Q2", "2023Q2"));
        Arbitrary<List<String>> more = Arbitraries.of(
                List.of(),
                List.of("age_band"),
                List.of("wave.trend", "sex"),
                List.of("age_band", "sex", "age_band:sex", "ethnicity:sex"));
        Arbitrary<Optional<ModelKind>> kinds = Arbitraries.of(ModelKind.class).optional();
        Arbitrary<TreeMap<String, String>> references = Arbitraries.maps(
                        Arbitraries.of("sex", "age_band", "ethnicity"), Arbitraries.of("white", "16_24", "female"))
                .map(TreeMap::new);
        return Combinators.combine(outcomes, more, kinds, references, Arbitraries.of(true, false))
                .as((outcome, terms, kind, reference, keep) -> new ModelQuery(
                        outcome,
                        ModelQuery.of(outcome, "ethnicity").adjustedFor(terms).terms(),
                        kind,
                        reference,
                        keep));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | The model has no terms.",
                "wave.trend,sex | The first term \"wave.trend\" does not say whose groups are compared.",
                "sex:age | The first term \"sex:age\" does not say whose groups are compared.",
                "sex,age,sex | The model has the term \"sex\" twice.",
                "wave,wave.trend | The model has the term \"wave.trend\" twice.",
                "sex,age,sex:age,age:sex | The model has the term \"age:sex\" twice.",
                "sex,sex:age | The interaction \"sex:age\" needs \"age\" before it, as a term of its own. Add age to the terms.",
                "sex,a:b:c | \"a:b:c\" is not a term of a model.",
                "sex,sex:sex | \"sex:sex\" is not a term of a model.",
                "sex,a b | \"a b\" cannot be the name of a variable.",
                "sex,age&kind=probit | There is no kind of model \"probit\".",
                "sex&reference=sex | \"sex\" is not a reference category",
                "sex&reference=sex:a,sex:b | \"sex:b\" is not a reference category, or its variable was given one already.",
                "sex&nonanswers=drop | There is no treatment of nonanswers \"drop\".",
                "sex&by=age | A model's outcome has no breakdown; it was broken down by age.",
                "sex&colour=red | There is no part of a query \"colour\"."
            })
    void a_question_that_makes_no_sense_is_refused_with_what_was_given(String terms, String message) {
        assertThatThrownBy(() -> ModelQuery.parse("study=pcss&measure=safe&terms=" + terms))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void more_terms_than_a_model_can_have_are_refused() {
        List<String> terms = IntStream.range(0, 21).mapToObj(i -> "v" + i).toList();
        assertThatThrownBy(() -> CONFIDENCE.adjustedFor(terms)).hasMessageContaining("at most 20 are possible");
    }
}
