package org.deepdive.server;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Everything that whoever runs a server can decide, in the order of the help. Each can be given in the settings file under
 * its {@link #key}, in the environment under its {@link #environment} and on the command line as its {@link #flag}; the
 * later of these wins.
 */
public enum Setting {
    /** The address to listen on. */
    HOST(
            "ADDRESS",
            ServerOptions.LOOPBACK,
            "",
            "The address to listen on; " + ServerOptions.LOOPBACK + " lets in this machine only.",
            "Another one lets others see the pages: cleared results only, never a respondent."),
    /** The port to listen on. */
    PORT("NUMBER", "7070", "", "The port to listen on; 0 for any free one."),
    /** The address that others know the server by. */
    PUBLIC_ADDRESS(
            "URL",
            "",
            "the address listened at",
            "The address that readers use, where a proxy stands in front, with the sub-path that the proxy takes off:",
            "https://example.org/surveys. X-Forwarded-Host and the like are never believed."),
    /** Where saved links are kept. */
    LINKS(
            "WHERE",
            "",
            "links.db in the user's data folder",
            "Where saved links are kept: a file of SQLite, a JDBC address such as jdbc:postgresql://host/name, or off."),
    /** Who may show a plot in a frame. */
    EMBED_ORIGINS(
            "ORIGIN,...",
            "",
            "none",
            "The origins whose pages may show plots of /embed in a frame, such as https://www.example.org."),
    /** Whose scripts may read the API. */
    CORS_ORIGINS("ORIGIN,...", "", "none", "The origins whose pages' scripts may read /api, without credentials."),
    /** How the log is written. */
    LOG_FORMAT("text|json", "text", "", "How the log is written to standard error: as lines for people or as JSON."),
    /** Whether answered requests are logged. */
    LOG_REQUESTS("on|off", "on", "", "Whether the log has a line for each request."),
    /** Who may read the counts. */
    METRICS(
            "loopback|on|off",
            "loopback",
            "",
            "Who may read the counts at /metrics: this machine, anyone, or nobody. What a proxy hands on is not local."),
    /** How often data files are looked at. */
    RELOAD_INTERVAL(
            "DURATION", "5s", "", "How often data files are looked at for changes, such as 30s or 5m; off for never."),
    /** The longest that an answer may take. */
    REQUEST_TIME("DURATION", "30s", "", "How long an answer may take before the reader is told to come back."),
    /** How much memory made pages may take. */
    CACHE_SIZE("SIZE", "64MB", "", "How much memory pages that were made may take, such as 200MB; 0MB keeps none.");

    private final String label;
    private final String initial;
    private final String shown;
    private final List<String> meaning;

    Setting(String label, String initial, String shown, String... meaning) {
        this.label = label;
        this.initial = initial;
        this.shown = shown.isEmpty() ? initial : shown;
        this.meaning = List.of(meaning);
    }

    /** The name in the settings file, such as {@code public-address}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name on the command line, such as {@code --public-address}. */
    public String flag() {
        return "--" + key();
    }

    /** The name in the environment, such as {@code DEEPDIVE_PUBLIC_ADDRESS}. */
    public String environment() {
        return "DEEPDIVE_" + name();
    }

    /** What a value looks like, such as {@code URL}. */
    public String label() {
        return label;
    }

    /** The value where none is given, in words. */
    public String standard() {
        return shown;
    }

    /** What it decides, in lines of a help text. */
    public List<String> meaning() {
        return meaning;
    }

    /** The value where none is given; empty where it is made when the server starts. */
    String initial() {
        return initial;
    }

    /** All names in the settings file. */
    static List<String> keys() {
        return Arrays.stream(values()).map(Setting::key).toList();
    }
}
