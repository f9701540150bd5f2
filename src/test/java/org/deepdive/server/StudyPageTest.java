package org.deepdive.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.deepdive.analysis.Workspace;
import org.deepdive.practice.Progress;
import org.deepdive.study.DataFolder;
import org.deepdive.study.StudyFolder;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a study names its design, and the kind of each measure and variable. */
class StudyPageTest {

    @TempDir
    Path folder;

    @Test
    void stages_measures_and_variables_are_called_by_their_kind() throws IOException {
        StudyFolder study = new StudyFolder(folder, "small").study("""
                        design: {weight: weight, cluster: [ward, household], fpc: [wards, households]}
                        measures:
                          - {name: total, label: Women, kind: total, variable: sex, net: [female]}
                          - {name: median, label: Age, kind: quantile, variable: age}
                          - {name: rank, label: Points, kind: rank, variable: first}
                          - {name: chose, label: Chosen, kind: chose, variable: first}
                          - {name: mean, label: Mean age, kind: mean, variable: age}
                        """);
        study.codebook("""
                sex,nominal,Sex,,everyone,female,Women,valid
                age,numeric,Age,,everyone,,,
                first,ranked,Priorities,,everyone,a,A,valid
                first,,,,,b,B,valid
                first,,,,,c,C,valid
                """);
        study.withRulesAndFigures();
        Path file = Files.writeString(
                folder.resolve("people.csv"),
                "weight,ward,household,wards,households,sex,age,first.1,first.2,first.3\n1,w,h,2,3,female,40,a,,\n");
        try (ServedSite site =
                new ServedSite(Workspace.open(new DataFolder(folder, true), Map.of("small", file), Progress.NONE))) {
            Document page = site.page("/studies/small");
            assertThat(page.select("section[aria-labelledby=design] dd").eachText())
                    .contains("ward, within these household", "wards, households");
            assertThat(page.select(".measure-kind").eachText())
                    .containsExactly(
                            "Estimated number of people",
                            "Median",
                            "Points a respondent",
                            "Percentage who chose each answer",
                            "Mean",
                            "Number of respondents",
                            "Nominal; asked of everyone",
                            "Numeric; asked of everyone",
                            "Ranked; asked of everyone");
        }
    }
}
