package org.deepdive.notebook;

import static org.apache.commons.text.StringEscapeUtils.escapeXml10;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.deepdive.analysis.DeepDive;
import org.deepdive.analysis.FigureLedger;
import org.deepdive.analysis.Section;

/** A deep-dive as an output: its contents, since all its plots at once would fill a notebook; a section is shown whole. */
final class DeepDiveOutput {

    private DeepDiveOutput() {}

    static MimeBundle of(DeepDive dive) {
        String label = dive.labels().stream().sorted().map(Page::label).collect(Collectors.joining(" "));
        String contents = dive.sections().stream()
                .map(s -> "<li><code>" + escapeXml10(s.id()) + "</code> " + escapeXml10(s.headline()) + "</li>")
                .collect(Collectors.joining("", "<ol start=\"0\">", "</ol>"));
        String how = "Each is shown whole by .sections().get(number) or .section(\"name\"); its plots and tables are"
                + " .exhibits().";
        String html = Page.of(
                Page.title(dive.title()),
                Page.paragraph("dd-subtitle", dive.standfirst()),
                Page.paragraph("dd-data", label),
                contents,
                Page.paragraph("dd-legend", how));
        StringBuilder text = new StringBuilder(dive.title() + "\n" + dive.standfirst() + "\n" + label + "\n\n");
        for (int i = 0; i < dive.sections().size(); i++) {
            text.append(i)
                    .append(". ")
                    .append(dive.sections().get(i).id())
                    .append(": ")
                    .append(dive.sections().get(i).headline())
                    .append('\n');
        }
        return MimeBundle.html(html, text.append(how).toString());
    }

    static MimeBundle of(Section section) {
        List<String> html = new ArrayList<>(List.of(Page.title(section.headline())));
        StringBuilder text = new StringBuilder(section.headline()).append('\n');
        section.paragraphs().forEach(paragraph -> {
            html.add(Page.paragraph("dd-paragraph", paragraph));
            text.append(paragraph).append('\n');
        });
        section.exhibits().forEach(exhibit -> {
            html.add(exhibit.drawing()
                    .map(plot -> new PlotOutput(plot, exhibit).html())
                    .orElseGet(exhibit::html));
            text.append('\n').append(exhibit.text());
        });
        if (!section.figures().isEmpty()) {
            FigureLedger ledger = new FigureLedger(section.figures());
            html.add(LedgerOutput.html(ledger));
            text.append('\n').append(LedgerOutput.of(ledger).text());
        }
        return MimeBundle.html(
                Page.of(html.toArray(String[]::new)), text.toString().stripTrailing());
    }
}
