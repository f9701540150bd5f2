package org.deepdive.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deepdive.practice.Progress;
import org.deepdive.study.DataFolder;
import org.deepdive.study.StudyFolder;

/**
 * A simple random sample of invented people, all of weight 1, of whom a made-up document says things. Feel safe, of 100 each in
 * three quarters: in the north 60, 80 and 70, in the south 50, 50 and 52; and 45 of 50 who did not say where they live. A
 * second study, the poll, has published counts only.
 */
final class Village {

    private static final String HEADER =
            "id,publication,section,quote,study,query,printed,unit,base,period,versus,claim,calibrated,note\n";

    private final Path folder;
    private final StringBuilder rows = new StringBuilder(HEADER);

    Village(Path folder) {
        this.folder = folder;
        new StudyFolder(folder, "village").study("""
                design: {weight: weight, wave: wave}
                measures:
                  - {name: safe, label: Feel safe, short: Safe, kind: percentage, variable: safe, net: ["yes"]}
                  - {name: score, label: Mean safety, short: Score, kind: mean, variable: safe, scores: {"yes": 2, "no": 1}}
                  - {name: trust, label: Trust, short: Trust, kind: percentage, variable: trust, net: ["yes"]}
                  - {name: likes, label: Likes, short: Likes, kind: multiple, variable: like}
                """).codebook("""
                id,id,Respondent,,everyone,,,
                weight,weight,Weight,,everyone,,,
                wave,wave,Wave,,everyone,2020Q1,First quarter,valid
                wave,,,,,2020Q2,Second quarter,valid
                wave,,,,,2020Q3,Third quarter,valid
                area,nominal,Area,,everyone,north,North,valid
                area,,,,,south,South,valid
                area,,,,,refused,Prefer not to say,refused
                estate,nominal,Estate,,everyone,big,Big,valid
                estate,,,,,tiny,Tiny,valid
                safe,nominal,Safe,,everyone,yes,Yes,valid
                safe,,,,,no,No,valid
                trust,nominal,Trust,,everyone,yes,Yes,valid
                trust,,,,,no,No,valid
                trust,,,,,dont_know,Don’t know,dont_know
                like,multiple,Likes,,everyone,parks,Parks,valid
                like,,,,,pubs,Pubs,valid
                like,,,,,trams,Trams,valid
                """);
        StudyFolder poll = new StudyFolder(folder, "poll").study("""
                tallies: tallies.csv
                measures:
                  - {name: colour, label: Colour, kind: tally_share}
                """);
        poll.write("tallies.csv", """
                measure,option,label,count,respondents,origin
                colour,red,Red,55,100,table
                colour,blue,Blue,45,100,table
                """);
    }

    /** A finding in words about the village. */
    Village says(String id, String question, String versus, String claim) {
        return row(id, "study=village&measure=" + question, "", "finding", "", versus, claim);
    }

    /** A number about the village. */
    Village prints(String id, String question, String printed, String unit, String versus, String claim) {
        return row(id, "study=village&measure=" + question, printed, unit, "", versus, claim);
    }

    Village row(String id, String query, String printed, String unit, String base, String versus, String claim) {
        rows.append(String.join(
                        ",",
                        List.of(
                                id,
                                "paper",
                                "1",
                                "\"" + id + " " + printed + "\"",
                                "",
                                "\"" + query + "\"",
                                "\"" + printed + "\"",
                                unit,
                                base,
                                "2020Q1..2020Q3",
                                versus,
                                claim,
                                "no",
                                "")))
                .append('\n');
        return this;
    }

    /** A workspace with the village, the poll and the document. */
    Workspace workspace() {
        try {
            Files.copy(Path.of("data/disclosure.yaml"), folder.resolve("disclosure.yaml"));
            Path published = Files.createDirectories(folder.resolve("published"));
            Files.writeString(
                    published.resolve("publications.csv"),
                    "publication,title,publisher,date,source_file,sha256,covers\npaper,A paper,Nobody,2024,a.txt,0,all\n");
            Files.writeString(published.resolve("paper.csv"), rows);
            Path people = Files.writeString(folder.resolve("people.csv"), people());
            return Workspace.open(new DataFolder(folder, true), Map.of("village", people), Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String people() {
        StringBuilder text =
                new StringBuilder("id,data_label,weight,wave,area,estate,safe,trust,like.parks,like.pubs,like.trams\n");
        int[][] safe = {{60, 50}, {80, 50}, {70, 52}};
        for (int quarter = 1; quarter <= 3; quarter++) {
            add(text, "2020Q" + quarter, "north", safe[quarter - 1][0], 100);
            add(text, "2020Q" + quarter, "south", safe[quarter - 1][1], 100);
            add(text, "2020Q" + quarter, "refused", 45, 50);
        }
        return text.toString();
    }

    /** Of every ten, five like parks, four pubs, three of them both, and one trams; two do not know whom to trust, four trust. */
    private static void add(StringBuilder text, String wave, String area, int safe, int all) {
        for (int i = 0; i < all; i++) {
            int ten = i % 10;
            String trust = ten < 2 ? "dont_know" : ten < 6 ? "yes" : "no";
            text.append(String.join(
                            ",",
                            wave + area + i,
                            "practice",
                            "1",
                            wave,
                            area,
                            area.equals("north") && i < 2 ? "tiny" : "big",
                            i < safe ? "yes" : "no",
                            trust,
                            ten < 5 ? "1" : "0",
                            ten > 1 && ten < 6 ? "1" : "0",
                            ten == 9 ? "1" : "0"))
                    .append('\n');
        }
    }
}
