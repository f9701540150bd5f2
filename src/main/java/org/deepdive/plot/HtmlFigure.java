package org.deepdive.plot;

import static org.apache.commons.text.StringEscapeUtils.escapeXml10;

import java.util.List;

/**
 * A chart as one HTML figure: heading, picture, caption and the numbers behind it.
 *
 * @param words the words around the chart
 * @param data the numbers as an HTML table
 * @param wide the picture for wide screens
 * @param narrow the picture for phones
 */
record HtmlFigure(Captions words, String data, String wide, String narrow) {

    private static final String STYLE = "<style>.dd-figure{margin:0;max-width:45rem}"
            + ".dd-figure .dd-narrow{display:none}"
            + "@media(max-width:34rem){.dd-figure .dd-narrow{display:block}.dd-figure .dd-wide{display:none}}"
            + ".dd-figure .dd-title{font-weight:bold;margin:0}.dd-figure .dd-subtitle{margin:0 0 1em}"
            + ".dd-figure figcaption{font-size:.875em}.dd-figure figcaption p{margin:.25em 0}"
            + ".dd-figure .dd-scroll{overflow-x:auto}.dd-figure table{border-collapse:collapse}"
            + ".dd-figure th,.dd-figure td{padding:.2em .6em;text-align:left}"
            + ".dd-figure .dd-number{text-align:right}</style>";

    String html() {
        StringBuilder html = new StringBuilder("<figure class=\"dd-figure\">").append(STYLE);
        html.append("<p class=\"dd-title\">").append(escapeXml10(words.title())).append("</p>");
        html.append("<p class=\"dd-subtitle\">")
                .append(escapeXml10(words.subtitle()))
                .append("</p>");
        html.append("<div class=\"dd-wide\">").append(wide).append("</div>");
        html.append("<div class=\"dd-narrow\">").append(narrow).append("</div>");
        html.append("<figcaption>");
        List<String> shown = words.footnotes();
        words.caption().stream()
                .filter(line -> !shown.contains(line))
                .forEach(line -> html.append("<p>").append(escapeXml10(line)).append("</p>"));
        html.append("</figcaption><details><summary>Data table</summary>");
        return html.append(data).append("</details></figure>").toString();
    }
}
