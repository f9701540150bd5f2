package org.deepdive.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepdive.estimate.Cell;
import org.deepdive.estimate.EstimateRow;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.SurveyEstimates;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.study.Category;
import org.deepdive.study.DataFolder;
import org.deepdive.study.MicrodataReader;
import org.deepdive.study.Study;
import org.deepdive.study.StudyFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A margin that is withheld to protect another does not come back from its parts. One group, X, has five people, all in the
 * north, so that the smallest other group, Few, is withheld with it; but in the north the smallest is Some, and what is
 * withheld with that is of More.
 */
class SideBySideTest {

    private static final Query QUERY = Query.parse("study=small&measure=agree");
    private static SurveyEstimates survey;

    private final Gate gate = new Gate(Rules.read(new DataFolder(Path.of("data"), true)), Audience.HOLDER);

    @BeforeAll
    static void read(@TempDir Path folder) throws IOException {
        Study study = new StudyFolder(folder, "small")
                .study("""
                design: {weight: weight}
                measures:
                  - {name: agree, label: Agree, short: Agree, kind: percentage, variable: answer, net: ["yes"]}
                  - {name: other, label: Disagree, short: Disagree, kind: percentage, variable: answer, net: ["no"]}
                """)
                .codebook("id,id,Respondent,,everyone,,,\nweight,weight,Weight,,everyone,,,\n"
                        + StudyFolder.variable("kind", "nominal", List.of("many", "more", "some", "few", "x"))
                        + StudyFolder.variable("side", "nominal", List.of("north", "south"))
                        + StudyFolder.variable("answer", "nominal", List.of("yes", "no")))
                .read();
        StringBuilder people = new StringBuilder("id,weight,kind,side,answer\n");
        add(people, "many", "north", 300);
        add(people, "many", "south", 300);
        add(people, "more", "north", 500);
        add(people, "more", "south", 40);
        add(people, "some", "north", 30);
        add(people, "some", "south", 200);
        add(people, "few", "north", 50);
        add(people, "few", "south", 60);
        add(people, "x", "north", 5);
        Path file = Files.writeString(folder.resolve("people.csv"), people);
        survey = new SurveyEstimates(MicrodataReader.read(study, file));
    }

    private static void add(StringBuilder people, String kind, String side, int count) {
        for (int i = 0; i < count; i++) {
            people.append(kind + side + i)
                    .append(",1,")
                    .append(kind)
                    .append(',')
                    .append(side)
                    .append(i % 2 == 0 ? ",yes\n" : ",no\n");
        }
    }

    @Test
    void a_withheld_margin_has_a_withheld_part_where_both_are_shown_side_by_side() {
        Query byKind = QUERY.by(List.of("kind"));
        Query byBoth = QUERY.by(List.of("kind", "side"));
        assertThat(withheld(gate.estimate(survey, byKind).value())).containsExactly("few", "x");
        List<String> alone = withheld(gate.estimate(survey, byBoth).value());
        assertThat(alone).contains("some>north", "more>south", "x>north").doesNotContain("few>north", "few>south");
        List<Cleared<EstimateTable>> together = gate.sideBySide(survey, List.of(QUERY, byKind, byBoth));
        assertThat(withheld(together.get(0).value())).isEmpty();
        assertThat(withheld(together.get(1).value())).containsExactly("few", "x");
        List<String> beside = withheld(together.get(2).value());
        assertThat(beside).containsAll(alone).contains("few>north", "few>south");
    }

    @Test
    void without_its_margin_a_table_is_as_it_is_by_itself() {
        Query byBoth = QUERY.by(List.of("kind", "side"));
        EstimateTable beside =
                gate.sideBySide(survey, List.of(QUERY, byBoth)).get(1).value();
        assertThat(beside.rows())
                .isEqualTo(gate.estimate(survey, byBoth).value().rows());
    }

    @Test
    void tables_of_other_respondents_or_measures_are_not_side_by_side() {
        assertThatThrownBy(() -> gate.sideBySide(survey, List.of(QUERY, QUERY.where("side", "north"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("differ in their breakdowns only");
        assertThatThrownBy(() -> gate.sideBySide(survey, List.of(QUERY, Query.of("small", "other"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_base_of_a_group_of_whom_nothing_is_shown_is_withheld() {
        Cleared<EstimateTable> byKind = gate.estimate(survey, QUERY.by(List.of("kind")));
        EstimateTable bases = gate.bases(survey, byKind).value();
        assertThat(withheld(bases)).containsExactly("few", "x");
        Cell.Estimate many = (Cell.Estimate) bases.rows().get(0).cell();
        assertThat(many.base()).isEqualTo(600);
        assertThat(many.effectiveBase()).isEqualTo(600.0);
    }

    @Test
    void letters_and_arrows_are_silent_about_withheld_groups() {
        Cleared<EstimateTable> byKind = gate.estimate(survey, QUERY.by(List.of("kind")));
        for (EstimateRow row : byKind.value().rows()) {
            // Half of every group agree but of X, of whom three of five do.
            assertThat(gate.letters(survey, byKind, Adjustment.NONE).value().of(row))
                    .isEmpty();
            assertThat(gate.arrows(survey, byKind, Adjustment.NONE)
                            .value()
                            .of(row)
                            .sign())
                    .isEmpty();
        }
    }

    private static List<String> withheld(EstimateTable table) {
        return table.rows().stream()
                .filter(row -> row.cell() instanceof Cell.Withheld)
                .map(row -> String.join(
                        ">", row.groups().stream().map(Category::code).toList()))
                .toList();
    }
}
