package org.deepdive.published;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepdive.study.DataFolder;
import org.deepdive.study.StudyReader;

/**
 * A publication that a test makes up, written as data files and read as any other, about two studies: {@code poll}, of
 * 100 counted respondents, and {@code panel}, a weighted sample of four waves.
 */
final class MadeUpPublication {

    static final String HEADER =
            "id,publication,section,quote,study,query,printed,unit,base,period,versus,claim,calibrated,note\n";

    private static final String PROVENANCE = """
            population: Invented people
            provenance: {publisher: Nobody, source: A test, collected: never, licence: none, microdata: invented}
            """;

    private final Path root;
    private final StringBuilder rows = new StringBuilder(HEADER);

    MadeUpPublication(Path root) {
        this.root = root;
        write("studies/poll/study.yaml", "slug: poll\ntitle: A poll\n" + PROVENANCE + """
                tallies: tallies.csv
                measures:
                  - {name: colour, label: Colour, kind: tally_share}
                  - {name: wish, label: Wish, kind: rank_score, choose: 3}
                  - name: opinion
                    label: Opinion
                    kind: unpublished_counts
                    options: [{code: "yes"}, {code: "no"}, {code: unsure}]
                  - name: hobby
                    label: Hobby
                    kind: unpublished_counts
                    choose: 2
                    options: [{code: chess}, {code: music}, {code: sport}]
                """);
        write("studies/poll/tallies.csv", """
                measure,option,label,count,respondents,origin
                colour,red,Red,55,100,table
                colour,blue,Blue,30,100,table
                colour,green,Green,12,100,table
                colour,none,No answer,3,100,table
                wish,peace,Peace,205,100,chart
                wish,bread,Bread,155,100,chart
                wish,rain,Rain,120,100,chart
                wish,sun,Sun,70,100,chart
                wish,wind,Wind,50,100,chart
                """);
        write("studies/panel/study.yaml", "slug: panel\ntitle: A panel\n" + PROVENANCE + """
                design: {weight: weight, strata: [], wave: wave}
                measures:
                  - {name: safe, label: Feel safe, kind: percentage, variable: safe, net: ["yes"]}
                  - {name: unsafe, label: Feel unsafe, kind: percentage, variable: safe, net: ["no"]}
                  - {name: happy, label: Are happy, kind: percentage, variable: happy, net: ["yes"], exclude: [refused]}
                """);
        write("studies/panel/codebook.csv", """
                variable,kind,label,question,asked_of,code,category,status
                wave,wave,Wave,,everyone,w1,First,valid
                wave,,,,,w2,Second,valid
                wave,,,,,w3,Third,valid
                wave,,,,,w4,Fourth,valid
                weight,weight,Weight,,everyone,,,
                sex,nominal,Sex,,everyone,female,Women,valid
                sex,,,,,male,Men,valid
                sex,,,,,other,Another way,valid
                sex,,,,,refused,Refused,refused
                age,ordinal,Age,,everyone,young,Young,valid
                age,,,,,middle,Middle,valid
                age,,,,,old,Old,valid
                safe,nominal,Safe,,everyone,yes,Yes,valid
                safe,,,,,no,No,valid
                happy,nominal,Happy,,everyone,yes,Yes,valid
                happy,,,,,no,No,valid
                happy,,,,,refused,Refused,refused
                """);
    }

    Path write(String name, String text) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A figure of the poll: {@code wish.peace} for an answer. */
    MadeUpPublication poll(String id, String measure, String printed, String unit, String base) {
        return poll(id, measure, printed, unit, base, "", "");
    }

    MadeUpPublication poll(
            String id, String measure, String printed, String unit, String base, String versus, String claim) {
        return row(id, "study=poll&measure=" + measure, printed, unit, base, versus, claim);
    }

    /** A figure of the panel: {@code safe&where=sex:female&waves=w1..w2}. */
    MadeUpPublication panel(String id, String question, String printed, String unit, String base) {
        return panel(id, question, printed, unit, base, "", "");
    }

    MadeUpPublication panel(
            String id, String question, String printed, String unit, String base, String versus, String claim) {
        return row(id, "study=panel&measure=" + question, printed, unit, base, versus, claim);
    }

    /** A row about a quote and a period. */
    MadeUpPublication said(
            String id,
            String quote,
            String query,
            String printed,
            String unit,
            String base,
            String period,
            String versus,
            String claim) {
        rows.append(String.join(
                        ",",
                        List.of(
                                id,
                                "made-up",
                                "",
                                "\"" + quote + "\"",
                                "",
                                "\"" + query + "\"",
                                "\"" + printed + "\"",
                                unit,
                                base,
                                period,
                                versus,
                                claim,
                                "no",
                                "")))
                .append('\n');
        return this;
    }

    MadeUpPublication row(
            String id, String query, String printed, String unit, String base, String versus, String claim) {
        return said(id, printed, query, printed, unit, base, "", versus, claim);
    }

    PublishedFigures figures() {
        return new PublishedFigures(
                List.of(), PublishedFigures.readFile(write("published/made-up.csv", rows.toString())));
    }

    List<AuditFinding> findings() {
        return Audit.of(figures(), new StudyReader(new DataFolder(root, true)).readAll())
                .findings();
    }
}
