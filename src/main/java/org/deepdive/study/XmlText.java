package org.deepdive.study;

import static org.apache.commons.text.StringEscapeUtils.escapeXml10;

/** Text within XML and HTML: most texts need no escape, and looking is quicker than escaping. */
public final class XmlText {

    /** From here to {@link #LAST_SAFE}, characters stand in XML as they are. */
    private static final char NO_BREAK_SPACE = 0xA0;

    /** Behind it are halves of characters, and some that XML cannot hold. */
    private static final char LAST_SAFE = 0xD7FF;

    private XmlText() {}

    /**
     * Appends a text as it stands in elements and attributes; characters that XML cannot hold are dropped.
     *
     * @return what it was appended to
     */
    public static StringBuilder append(StringBuilder xml, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return xml.append(escapeXml10(text));
            }
        }
        return xml.append(text);
    }

    private static boolean isPlain(char c) {
        if (c > '~') {
            return c >= NO_BREAK_SPACE && c <= LAST_SAFE;
        }
        return c >= ' ' && c != '&' && c != '<' && c != '>' && c != '"' && c != '\'';
    }
}
