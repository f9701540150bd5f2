package org.deepdive.server.export;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.deepdive.analysis.Citation;
import org.deepdive.analysis.Exhibit;
import org.deepdive.notebook.NotebookInstall;
import org.deepdive.notebook.format.Cell;
import org.deepdive.notebook.format.JsonObject;
import org.deepdive.notebook.format.Notebook;

/** A notebook that asks an exhibit's question, ready to be run in any Java kernel with this program. */
final class PlotNotebook {

    private static final String RUN = """
            To run it, register the kernel with Jupyter once, `java -jar deepdive.jar notebook install`; or run it without
            Jupyter: `java -jar deepdive.jar notebook run FILE`.""";

    /** Statements begin at the start of a line; what is indented goes on. */
    private static final Pattern NEXT_STATEMENT = Pattern.compile("\n(?! )");

    private PlotNotebook() {}

    static Notebook of(Exhibit exhibit, Citation citation) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.Markdown.of("question", words(exhibit, citation)));
        cells.add(Cell.Code.of("import", "import org.deepdive.analysis.*;"));
        String[] statements = NEXT_STATEMENT.split(exhibit.doors().java());
        for (int i = 0; i < statements.length; i++) {
            cells.addAll(cells(statements[i].strip(), statements.length == 1 ? "" : "-" + (i + 1)));
        }
        return Notebook.of(
                JsonObject.EMPTY.with(
                        "kernelspec",
                        JsonObject.of("display_name", NotebookInstall.DEFAULT_DISPLAY_NAME)
                                .with("language", TextNode.valueOf("java"))
                                .with("name", TextNode.valueOf(NotebookInstall.DEFAULT_NAME))),
                cells);
    }

    private static String words(Exhibit exhibit, Citation citation) {
        String labels = exhibit.labels().stream()
                .sorted()
                .map(label -> "> **" + label.title() + ".** " + label.explanation())
                .collect(Collectors.joining("\n>\n"));
        return "# " + escaped(exhibit.title()) + "\n\n" + escaped(exhibit.subtitle()) + "\n\n" + labels + "\n\n"
                + escaped(citation.text()) + "\n\n" + RUN;
    }

    /** What has a plot shows its table and then its plot; everything else itself. */
    private static List<Cell> cells(String statement, String number) {
        String java = statement.endsWith(";") ? statement.substring(0, statement.length() - 1) : statement;
        boolean plotted = java.endsWith(".estimate()") || java.endsWith(".fit()") || java.contains(".minus(");
        if (!plotted) {
            return List.of(Cell.Code.of("answer" + number, java));
        }
        String name = "answer" + number.replace("-", "");
        return List.of(
                Cell.Code.of("answer" + number, "var " + name + " = " + java + ";\n" + name),
                Cell.Code.of("plot" + number, name + ".plot()"));
    }

    /** Words are words in Markdown too. */
    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>#|&])", "\\\\$1");
    }
}
