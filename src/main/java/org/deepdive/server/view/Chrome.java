package org.deepdive.server.view;

/**
 * The addresses of what every page loads, and the program's version.
 *
 * @param styles the style sheet of the site
 * @param script the site's script
 * @param plotly plotly.js, which the script loads once a page is read
 * @param explore the script that changes a question without a page load
 * @param exploreStyles the style sheet of the pages that explore and find
 * @param share the style sheet of saved links; empty where none can be saved
 * @param icon the icon
 * @param version the program's version
 */
public record Chrome(
        String styles,
        String script,
        String plotly,
        String explore,
        String exploreStyles,
        String share,
        String icon,
        String version) {}
