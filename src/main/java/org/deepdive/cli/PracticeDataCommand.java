package org.deepdive.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.deepdive.practice.PracticeData;
import org.deepdive.practice.PracticeReport;
import org.deepdive.study.DataFolder;
import org.deepdive.study.Study;
import org.deepdive.study.StudyReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deepdive practice-data}. */
@Command(
        name = "practice-data",
        description = {
            "Makes the practice data of all studies, or of the named ones, and says how well they fit.",
            "",
            "Practice data are invented respondents whose weighted estimates print as the published figures do: the same "
                    + "bytes on every run and machine, and evidence about nobody.",
            ""
        },
        mixinStandardHelpOptions = true)
final class PracticeDataCommand implements Callable<Integer> {

    @Parameters(paramLabel = "STUDY", description = "The studies. Default: all that have practice data.")
    private List<String> slugs = List.of();

    @Option(names = "--force", description = "Make them anew even if they are current.")
    private boolean force;

    @Override
    public Integer call() {
        DataFolder folder = DataFolder.find();
        PracticeData practice = PracticeData.of(folder);
        StudyReader reader = new StudyReader(folder);
        List<Study> studies = (slugs.isEmpty() ? PracticeData.studies() : slugs)
                .stream().map(reader::read).toList();
        boolean allReproduced = true;
        for (Study study : studies) {
            make(practice, study);
            PracticeReport report = practice.report(study);
            print(study, practice, report);
            allReproduced &= report.reproduced() == report.targets();
        }
        return allReproduced ? ExitCodes.OK : ExitCodes.FINDINGS;
    }

    private void make(PracticeData practice, Study study) {
        try (TerminalProgress progress = new TerminalProgress()) {
            if (force) {
                practice.make(study, progress);
            } else {
                practice.ensure(study, progress);
            }
        }
    }

    private static void print(Study study, PracticeData practice, PracticeReport report) {
        System.out.printf(
                Locale.ROOT,
                "Practice data of %s: %,d invented respondents%n  file                  %s%n"
                        + "  fitted                %d published shares, %d of them print as published%n"
                        + "  largest gap           %.2f percentage points (%s; rounded figures allow for it)%n"
                        + "  design effect         %.2f from weighting alone (Kish); %.2f median of the fitted estimates%n",
                study.slug(),
                report.respondents(),
                practice.file(study),
                report.targets(),
                report.reproduced(),
                100 * report.largestGap(),
                report.largestGapFigure(),
                report.weightingEffect(),
                report.medianDesignEffect());
    }
}
