package org.deepdive.published;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.deepdive.study.DataProblem;
import org.deepdive.study.InvalidDataException;
import org.deepdive.study.MicrodataReader;

/** Collects what is wrong in files of figures: all are counted, the first of each file are told, in order of line. */
final class FigureProblems {

    private final List<DataProblem> all = new ArrayList<>();

    void add(FigureRow row, String column, String value, String allowed) {
        add(row.file(), row.line(), column, value, allowed);
    }

    void add(String file, long line, String column, String value, String allowed) {
        all.add(new DataProblem(file, line, column, value, allowed));
    }

    /** Refuses the files where anything is wrong in them. */
    void refuse() {
        if (all.isEmpty()) {
            return;
        }
        List<String> files = all.stream().map(DataProblem::file).distinct().toList();
        List<DataProblem> first = all.stream()
                .sorted(Comparator.comparingInt((DataProblem p) -> files.indexOf(p.file()))
                        .thenComparingLong(DataProblem::line))
                .limit(MicrodataReader.PROBLEMS_SHOWN)
                .toList();
        String summary = "The published figures in " + Wording.list(files) + " were refused: " + all.size()
                + (all.size() == 1 ? " problem." : " problems.");
        throw new InvalidDataException(summary, first, all.size());
    }
}
