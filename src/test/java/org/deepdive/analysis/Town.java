package org.deepdive.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.deepdive.practice.Progress;
import org.deepdive.study.DataFolder;
import org.deepdive.study.StudyFolder;

/**
 * A simple random sample of invented people, all of weight 1, whose tests can be done by hand: of areas A, B and C 100
 * people each, of whom 60, 50 and 40 agree; of D 40, and of E 12, too few to be shown, so that D is withheld with it.
 */
final class Town {

    /** A label that ends an attribute, a table and a script, and starts an image that runs one. */
    static final String HOSTILE = "=\"'></table></script><img src=x onerror=alert(1)>&";

    private final Workspace workspace;

    Town(Path folder) {
        new StudyFolder(folder, "town")
                .study("""
                design: {weight: weight}
                measures:
                  - {name: score, label: Mean agreement, short: Mean, kind: mean, variable: answer, scores: {agree: 2, disagree: 1}}
                  - {name: agree, label: Agree <b>strongly</b>, short: Agree, kind: percentage, variable: answer, net: [agree]}
                  - {name: answers, label: The answer, short: Answer, kind: distribution, variable: answer}
                  - {name: trusts, label: Trust, short: Trust, kind: distribution, variable: trust}
                  - {name: trusting, label: Trusting, short: Trusting, kind: percentage, variable: trust, net: ["yes"]}
                  - {name: reasons, label: Reasons, short: Reasons, kind: multiple, variable: reason}
                """)
                .codebook("""
                id,id,Respondent,,everyone,,,
                weight,weight,Weight,,everyone,,,
                area,nominal,Area,Where?,everyone,a,"%s",valid
                area,,,,,b,B,valid
                area,,,,,c,C,valid
                area,,,,,d,D,valid
                area,,,,,e,E,valid
                age,ordinal,Age,How old?,everyone,young,Young,valid
                age,,,,,old,Old,valid
                answer,ordinal,Answer,"Is <i>this</i> so?",everyone,agree,Agree,valid
                answer,,,,,disagree,Disagree,valid
                trust,nominal,Trust,,everyone,yes,Yes,valid
                trust,,,,,no,No,valid
                trust,,,,,dont_know,Don’t know,dont_know
                reason,multiple,Reason,Why?,everyone,near,Near,valid
                reason,,,,,dear,Dear,valid
                """.formatted(HOSTILE.replace("\"", "\"\"")))
                .withRulesAndFigures();
        try {
            Path people = Files.writeString(folder.resolve("people.csv"), people());
            workspace = Workspace.open(new DataFolder(folder, true), Map.of("town", people), Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    OpenStudy open() {
        return Studies.open(workspace, "town");
    }

    private static String people() {
        StringBuilder text = new StringBuilder("id,data_label,weight,area,age,answer,trust,reason.near,reason.dear\n");
        add(text, "a", "young", 38, 12);
        add(text, "a", "old", 22, 28);
        add(text, "b", "young", 28, 22);
        add(text, "b", "old", 22, 28);
        add(text, "c", "young", 20, 30);
        add(text, "c", "old", 20, 30);
        add(text, "d", "young", 10, 10);
        add(text, "d", "old", 10, 10);
        add(text, "e", "young", 3, 3);
        add(text, "e", "old", 3, 3);
        return text.toString();
    }

    /** Every fifth does not know whom to trust; of the others every second trusts. */
    private static void add(StringBuilder text, String area, String age, int agree, int disagree) {
        for (int i = 0; i < agree + disagree; i++) {
            String trust = i % 5 == 0 ? "dont_know" : i % 2 == 0 ? "yes" : "no";
            text.append(String.join(
                            ",",
                            area + age + i,
                            "practice",
                            "1",
                            area,
                            age,
                            i < agree ? "agree" : "disagree",
                            trust,
                            i % 2 == 0 ? "1" : "0",
                            i % 3 == 0 ? "1" : "0"))
                    .append('\n');
        }
    }
}
