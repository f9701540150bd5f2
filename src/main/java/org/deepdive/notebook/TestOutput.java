package org.deepdive.notebook;

import java.util.ArrayList;
import java.util.List;
import org.deepdive.analysis.Association;
import org.deepdive.analysis.Differences;
import org.deepdive.analysis.GapScreen;
import org.deepdive.analysis.Trends;
import org.deepdive.table.TestTable;

/** A family of tests as an output: what they find in sentences, then the table behind them. */
final class TestOutput {

    /** More sentences than these say less than the table does. */
    private static final int MOST_SENTENCES = 12;

    private TestOutput() {}

    static MimeBundle of(TestTable table) {
        return bundle(List.of(), table, table.text());
    }

    static MimeBundle of(Differences differences) {
        return bundle(differences.sentences(), differences.table(), differences.toString());
    }

    static MimeBundle of(Trends trends) {
        return bundle(trends.sentences(), trends.table(), trends.toString());
    }

    static MimeBundle of(Association association) {
        return bundle(List.of(association.sentence()), association.table(), association.toString());
    }

    static MimeBundle of(GapScreen screen) {
        List<String> sentences = new ArrayList<>(List.of(screen.summary()));
        screen.gaps().stream()
                .limit(MOST_SENTENCES - 2)
                .forEach(gap -> sentences.add(gap.by().label() + ": " + gap.sentence()));
        screen.withheld().ifPresent(sentences::add);
        return bundle(sentences, screen.table(), screen.toString());
    }

    /** A finding by itself. */
    static MimeBundle of(GapScreen.Finding finding) {
        return MimeBundle.text(finding.by().label() + ": " + finding.sentence());
    }

    private static MimeBundle bundle(List<String> sentences, TestTable table, String text) {
        List<String> html = new ArrayList<>();
        if (sentences.size() <= MOST_SENTENCES) {
            sentences.forEach(sentence -> html.add(Page.paragraph("dd-finding", sentence)));
        }
        html.add(table.html());
        return MimeBundle.html(Page.of(html.toArray(String[]::new)), text.stripTrailing());
    }
}
