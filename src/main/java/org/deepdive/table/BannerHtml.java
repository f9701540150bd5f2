package org.deepdive.table;

import static org.apache.commons.text.StringEscapeUtils.escapeXml10;

import java.util.List;

/** Writes a banner as HTML: caption, headers with their scopes, a body for each measure, and notes below. */
final class BannerHtml {

    private final BannerTable banner;
    private final List<BannerColumn> columns;
    private final StringBuilder html = new StringBuilder();

    BannerHtml(BannerTable banner) {
        this.banner = banner;
        this.columns = banner.columns();
    }

    String html() {
        String caption = escapeXml10(banner.caption());
        html.append("<div class=\"dd-result dd-banner\">\n<div class=\"dd-scroll\" role=\"group\" tabindex=\"0\"")
                .append(" aria-label=\"")
                .append(caption)
                .append("\">\n<table class=\"dd-table\">\n<caption>")
                .append(caption)
                .append(" <span class=\"dd-data\">")
                .append(escapeXml10(banner.dataLabel()))
                .append("</span></caption>\n");
        head();
        body(BannerStub.bases(banner));
        banner.blocks().forEach(block -> body(BannerStub.of(banner, block)));
        html.append("</table>\n</div>\n");
        banner.notes()
                .forEach(note -> html.append("<p class=\"dd-legend\">")
                        .append(escapeXml10(note))
                        .append(".</p>\n"));
        return html.append("</div>\n").toString();
    }

    private void head() {
        int levels = BannerSpan.levels(columns);
        html.append("<colgroup></colgroup>\n");
        BannerSpan.at(columns, 0)
                .forEach(span ->
                        html.append("<colgroup span=\"").append(span.columns()).append("\"></colgroup>\n"));
        html.append("<thead>\n");
        for (int row = 0; row < levels; row++) {
            html.append("<tr>");
            if (row == 0) {
                html.append("<td").append(span("rowspan", levels)).append("></td>");
            }
            heads(row, levels);
            html.append("</tr>\n");
        }
        html.append("</thead>\n");
    }

    /** The headers of one row: a column's own stand in the last, those of its breakdown reach down to where its groups begin. */
    private void heads(int row, int levels) {
        int at = 0;
        while (at < columns.size()) {
            BannerColumn column = columns.get(at);
            int depth = column.groups().size();
            int level = row == 0 ? 0 : row - (levels - 1 - depth);
            BannerSpan span = spanAt(at, Math.max(0, Math.min(level, depth)));
            if (depth == 0 && row == 0) {
                leaf(column, levels);
            } else if (depth > 0 && level == depth) {
                leaf(column, 1);
            } else if (depth > 0 && (row == 0 || level > 0)) {
                group(span, row == 0 ? levels - depth : 1);
            }
            at += span.columns();
        }
    }

    private BannerSpan spanAt(int column, int level) {
        return BannerSpan.at(columns.subList(column, columns.size()), level).get(0);
    }

    private void group(BannerSpan span, int rows) {
        html.append("<th scope=\"colgroup\"")
                .append(span("colspan", span.columns()))
                .append(span("rowspan", rows))
                .append("><bdi>")
                .append(escapeXml10(span.label()))
                .append("</bdi></th>");
    }

    private void leaf(BannerColumn column, int rows) {
        html.append("<th scope=\"col\"")
                .append(span("rowspan", rows))
                .append(" class=\"dd-number\"><bdi>")
                .append(escapeXml10(column.leaf()))
                .append("</bdi>");
        if (!column.letter().isEmpty()) {
            html.append(" <span class=\"dd-letter\">").append(column.letter()).append("</span>");
        }
        html.append("</th>");
    }

    private static String span(String attribute, int cells) {
        return cells == 1 ? "" : " " + attribute + "=\"" + cells + "\"";
    }

    private void body(List<BannerStub> lines) {
        html.append("<tbody>\n");
        lines.forEach(line -> html.append(line.heading() ? heading(line) : row(line)));
        html.append("</tbody>\n");
    }

    private String heading(BannerStub line) {
        return "<tr><th scope=\"rowgroup\" class=\"dd-heading\"" + span("colspan", columns.size() + 1) + "><bdi>"
                + escapeXml10(line.label()) + "</bdi></th></tr>\n";
    }

    private static String row(BannerStub line) {
        StringBuilder row = new StringBuilder("<tr><th scope=\"row\"><bdi>")
                .append(escapeXml10(line.label()))
                .append("</bdi></th>");
        for (BannerBlock.Text cell : line.cells()) {
            boolean withheld = cell.value().startsWith("[");
            row.append(withheld ? "<td class=\"dd-number dd-withheld\">" : "<td class=\"dd-number\">")
                    .append(escapeXml10(cell.value()));
            if (!cell.marks().isEmpty()) {
                row.append(" <span class=\"dd-marks\">")
                        .append(escapeXml10(cell.marks()))
                        .append("</span>");
            }
            row.append("</td>");
        }
        return row.append("</tr>\n").toString();
    }
}
