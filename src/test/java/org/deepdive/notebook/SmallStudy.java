package org.deepdive.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.deepdive.analysis.OpenStudy;
import org.deepdive.analysis.Studies;
import org.deepdive.analysis.Workspace;
import org.deepdive.practice.Progress;
import org.deepdive.study.DataFolder;
import org.deepdive.study.StudyFolder;

/** A survey of 453 invented people in a folder of a test, with labels that are out to break pages. */
final class SmallStudy {

    /** The label of an area: it ends a script, an attribute and a comment, and starts an image that runs a script. */
    static final String HOSTILE = "</script>--><img src=x onerror=alert(1)>\"'&";

    private final Workspace workspace;

    SmallStudy(Path temp) {
        new StudyFolder(temp, "small").study("""
                        design: {weight: weight, strata: [area]}
                        measures:
                          - {name: agree, label: Agree <b>strongly</b>, short: Agree, kind: percentage, variable: answer, net: ["yes"]}
                          - {name: answers, label: The answer, short: Answer, kind: distribution, variable: answer}
                        """).codebook("""
                        id,id,Respondent,,everyone,,,
                        weight,weight,Weight,,everyone,,,
                        area,nominal,Area,Where?,everyone,big,"%s",valid
                        area,,,,,middle,Middle,valid
                        area,,,,,little,Little,valid
                        area,,,,,less,Less,valid
                        answer,ordinal,Answer,"Is <i>this</i> so?",everyone,yes,Yes & yes,valid
                        answer,,,,,no,No,valid
                        """.formatted(HOSTILE.replace("\"", "\"\"")));
        try {
            Files.copy(DataFolder.packaged().resolve("disclosure.yaml"), temp.resolve("disclosure.yaml"));
            Files.createDirectories(temp.resolve("published"));
            Files.writeString(
                    temp.resolve("published/publications.csv"),
                    "publication,title,publisher,date,source_file,sha256,covers\npaper,A paper,Nobody,2024,a.txt,0,all\n");
            Files.writeString(temp.resolve("published/paper.csv"), """
                    id,publication,section,quote,study,query,printed,unit,base,period,versus,claim,calibrated
                    right,paper,1,"<b>60%%</b> against 42%% %1$s",small,study=small&measure=agree&where=area:big,60%%,percent,300,,wrong,higher,yes
                    wrong,paper,1,"<b>60%%</b> against 42%% %1$s",small,study=small&measure=agree&where=area:middle,45%%,percent,120,,,,no
                    hidden,paper,2,A quarter,small,study=small&measure=agree&where=area:less,25%%,percent,12,,,,no
                    """.formatted(HOSTILE.replace("\"", "\"\"")));
            Path people = Files.writeString(temp.resolve("people.csv"), people());
            workspace = Workspace.open(new DataFolder(temp, true), Map.of("small", people), Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    OpenStudy open() {
        return Studies.open(workspace, "small");
    }

    /** 300 people in the big area, 120 in the middle, 21 in the little one, 12 in the least; too few of the last two agree for a number. */
    private static String people() {
        StringBuilder text = new StringBuilder("id,data_label,weight,area,answer\n");
        add(text, "big", 180, 120);
        add(text, "middle", 50, 70);
        add(text, "little", 8, 13);
        add(text, "less", 3, 9);
        return text.toString();
    }

    private static void add(StringBuilder text, String area, int yes, int no) {
        for (int i = 0; i < yes + no; i++) {
            text.append(area)
                    .append(i)
                    .append(",practice,")
                    .append(1 + 0.01 * (i % 7))
                    .append(',')
                    .append(area);
            text.append(i < yes ? ",yes\n" : ",no\n");
        }
    }
}
