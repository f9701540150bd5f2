package org.deepdive.server;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sub-path that a proxy takes off, put before every address that goes out: templates, routes and queries know nothing
 * of it. Addresses on this server begin with "/" and stand in attributes of pages, in {@code url} of JSON and in redirects.
 *
 * @param prefix such as {@code /surveys}; empty where no proxy takes anything off, and everything stays as it is
 */
record BasePath(String prefix) {

    /** A tag with its attributes. Elsewhere in a page, "<" is always escaped. */
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z](?:[^>\"]++|\"[^\"]*+\")*+>");

    private static final Pattern ADDRESS =
            Pattern.compile("(\\s(?:href|src|action|formaction|poster|data-[a-z-]+)=\")(/(?!/)[^\"]*\")");
    private static final Pattern FIELD = Pattern.compile("(\"(?:url|[a-z_]+_url)\":\\s*\")(/(?!/))");

    /** A page in UTF-8 with the prefix before its addresses. */
    byte[] html(byte[] page) {
        if (prefix.isEmpty()) {
            return page;
        }
        return TAG.matcher(new String(page, StandardCharsets.UTF_8))
                .replaceAll(tag ->
                        Matcher.quoteReplacement(ADDRESS.matcher(tag.group()).replaceAll("$1" + prefix + "$2")))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** JSON with the prefix before its addresses; quotes within a text are escaped, so that only fields look like one. */
    String json(String text) {
        return prefix.isEmpty() ? text : FIELD.matcher(text).replaceAll("$1" + prefix + "$2");
    }

    /** An address with the prefix before it, where it is one on this server. */
    String address(String address) {
        return address.startsWith("/") && !address.startsWith("//") ? prefix + address : address;
    }
}
