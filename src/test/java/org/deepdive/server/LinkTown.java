package org.deepdive.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.deepdive.analysis.Workspace;
import org.deepdive.practice.Progress;
import org.deepdive.study.DataFolder;
import org.deepdive.study.StudyFolder;

/** A small survey of invented people of weight 1, whose answers a test chooses. */
final class LinkTown {

    /** The page of the share of those who agree, by area. */
    static final String BY_AREA = "/explore/town/agree?by=area";

    private static final String HEADER = "id,data_label,weight,area,age,answer\n";

    private LinkTown() {}

    /**
     * People of an area.
     *
     * @param area its code: a, b, c or d
     * @param agree how many of them agree
     * @param all how many there are
     */
    record People(String area, int agree, int all) {}

    /** The town as links are saved of it: 60, 50 and 40 of 100 agree in three areas. */
    static Workspace saved(Path folder) {
        return of(folder, new People("a", 60, 100), new People("b", 50, 100), new People("c", 40, 100));
    }

    /** @param folder an empty or missing folder */
    static Workspace of(Path folder, People... people) {
        StringBuilder text = new StringBuilder(HEADER);
        for (People of : people) {
            add(text, of);
        }
        return holding(folder, areas(people), text.toString());
    }

    /** The town with a file that is none. */
    static Workspace damaged(Path folder) {
        return holding(folder, areas(new People("a", 0, 0)), HEADER + "1,practice,1,a,young,a secret answer\n");
    }

    /** The codebook's lines of the areas that have people. */
    private static String areas(People... people) {
        return StudyFolder.variable(
                "area", "nominal", Stream.of(people).map(People::area).toList());
    }

    private static Workspace holding(Path folder, String areas, String respondents) {
        try {
            Files.createDirectories(folder);
            Path file = Files.writeString(folder.resolve("people.csv"), respondents);
            new StudyFolder(folder, "town")
                    .study("""
                    design: {weight: weight}
                    measures:
                      - {name: agree, label: Agree, short: Agree, kind: percentage, variable: answer, net: [agree]}
                      - {name: answers, label: The answer, short: Answer, kind: distribution, variable: answer}
                    """)
                    .codebook("""
                    id,id,Respondent,,everyone,,,
                    weight,weight,Weight,,everyone,,,
                    %sage,ordinal,Age,How old?,everyone,young,Young,valid
                    age,,,,,old,Old,valid
                    answer,ordinal,Answer,Is it so?,everyone,agree,Agree,valid
                    answer,,,,,disagree,Disagree,valid
                    """.formatted(areas))
                    .withRulesAndFigures();
            return Workspace.open(new DataFolder(folder, true), Map.of("town", file), Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(StringBuilder text, People of) {
        for (int i = 0; i < of.all(); i++) {
            text.append(String.join(
                            ",",
                            of.area() + i,
                            "practice",
                            "1",
                            of.area(),
                            i % 2 == 0 ? "young" : "old",
                            i < of.agree() ? "agree" : "disagree"))
                    .append('\n');
        }
    }
}
