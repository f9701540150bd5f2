package org.deepdive.estimate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepdive.study.MicrodataReader;
import org.deepdive.study.StudyFolder;

/** A small survey that a test puts together group by group: areas, quarters, answers, and papers read. */
public final class Neighbourhood {

    /** Its quarters. */
    public static final List<String> QUARTERS =
            List.of("2020Q1", "2020Q2", "2020Q3", "2020Q4", "2021Q1", "2021Q2", "2021Q3", "2021Q4");

    private final Path folder;
    private final StringBuilder people = new StringBuilder("weight,area,quarter,answer,news.paper,news.radio\n");
    private int count;

    /** @param folder an empty folder */
    public Neighbourhood(Path folder) {
        this.folder = folder;
    }

    /** People of an area and a quarter: some answer yes, the others no; every third reads a paper, every second has a radio. */
    public Neighbourhood with(String area, String quarter, int yes, int no) {
        for (int i = 0; i < yes + no; i++) {
            people.append(1 + 0.1 * (count % 5))
                    .append(',')
                    .append(area)
                    .append(',')
                    .append(quarter);
            people.append(i < yes ? ",yes," : ",no,")
                    .append(count % 3 == 0 ? 1 : 0)
                    .append(',');
            people.append(count++ % 2).append('\n');
        }
        return this;
    }

    /** The survey: measures safe, answers (a distribution), score (a mean) and news (multiple response). */
    public SurveyEstimates survey() {
        return new SurveyEstimates(MicrodataReader.read(study(true).read(), file()));
    }

    /** The same survey without a variable that tells the wave. */
    public SurveyEstimates withoutWaves() {
        return new SurveyEstimates(MicrodataReader.read(study(false).read(), file()));
    }

    /** The study's description and codebook, written into the folder. */
    public StudyFolder study(boolean waves) {
        return new StudyFolder(folder, "small")
                .study("design: {weight: weight" + (waves ? ", wave: quarter" : "") + "}\n" + """
                        measures:
                          - {name: safe, label: Feel safe, kind: percentage, variable: answer, net: ["yes"]}
                          - {name: answers, label: Whether people feel safe, kind: distribution, variable: answer}
                          - {name: score, label: Mean score, kind: mean, variable: answer, scores: {"yes": 5, "no": 1}}
                          - {name: news, label: News, kind: multiple, variable: news}
                        """)
                .codebook(StudyFolder.variable("area", "nominal", List.of("a", "b", "c", "d"))
                        + StudyFolder.variable("quarter", waves ? "wave" : "ordinal", QUARTERS)
                        + StudyFolder.variable("answer", "ordinal", List.of("yes", "no"))
                        + StudyFolder.variable("news", "multiple", List.of("paper", "radio")));
    }

    /** The file of respondents. */
    public Path file() {
        try {
            return Files.writeString(folder.resolve("people.csv"), people);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
