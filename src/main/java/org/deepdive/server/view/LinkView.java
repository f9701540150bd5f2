package org.deepdive.server.view;

import java.util.List;
import java.util.Optional;
import org.deepdive.notebook.format.PackagedNotebooks;
import org.deepdive.server.share.Asked;
import org.deepdive.server.view.ExploreView.Choice;

/**
 * A saved link, opened.
 *
 * @param frame what stands around it
 * @param title its title, as its owner wrote it
 * @param note the paragraphs of its note
 * @param address its whole address
 * @param plot the plot as it was saved
 * @param status what has become of its numbers
 * @param facts when it was saved, from what, and until when it is open
 * @param downloads files of the frozen numbers
 * @param question the path of the page that asks the question anew; absent for a locked link
 * @param locked what a reader cannot change here, in words; empty where nothing is locked
 * @param breakdowns what a reader of a locked link can change: the breakdowns; empty where nothing
 * @param live the question with another breakdown, from the data of today; absent where none was asked
 * @param exports how to cite and embed it; absent where its study is no longer there
 */
public record LinkView(
        Frame frame,
        String title,
        List<String> note,
        String address,
        PlotView plot,
        StatusView status,
        List<Fact> facts,
        List<FigureView.Download> downloads,
        Optional<String> question,
        List<String> locked,
        List<List<Choice>> breakdowns,
        Optional<FigureView> live,
        Optional<ExportsView> exports) {

    /** Where the question's notebook is; absent where the question is locked. */
    public Optional<String> notebook() {
        return question.map(path -> Asked.file(path, PackagedNotebooks.SUFFIX));
    }

    /**
     * A frozen plot, whose markup has been held against the list of what may be in it.
     *
     * @param title what it shows
     * @param subtitle quantity, population, filters and period
     * @param wide for wide screens, as SVG
     * @param narrow for phones, as SVG
     * @param caption the sentences of its caption
     * @param table its numbers as HTML
     * @param query its question as canonical text
     * @param cli its question as command line
     * @param java its question as Java
     */
    public record PlotView(
            String title,
            String subtitle,
            String wide,
            String narrow,
            List<String> caption,
            String table,
            String query,
            String cli,
            String java) {}

    /**
     * What has become of the numbers.
     *
     * @param word one word for it, such as {@code changed}
     * @param heading the same for people
     * @param sentences more about it
     * @param changes the lines that changed; empty where none did
     */
    public record StatusView(String word, String heading, List<String> sentences, List<ChangeView> changes) {}

    /**
     * A line that changed.
     *
     * @param row what it is about
     * @param before what was saved
     * @param after what it is today
     * @param verdict whether that is more than chance
     */
    public record ChangeView(String row, String before, String after, String verdict) {}

    /**
     * Something known of the link.
     *
     * @param name what it is
     * @param text what is known
     * @param code whether it is for programs rather than people
     */
    public record Fact(String name, String text, boolean code) {}
}
