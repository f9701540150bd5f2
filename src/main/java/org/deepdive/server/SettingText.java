package org.deepdive.server;

import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepdive.server.share.LinkStore;
import org.deepdive.study.InputException;

/** Reads the text of a setting's value, strictly. */
final class SettingText {

    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9})\\s*([A-Za-z]+)");
    private static final Pattern ORIGIN = Pattern.compile("https?://(\\[[0-9a-f:.]+]|[a-z0-9.-]+)(:\\d{1,5})?");
    private static final Pattern SUB_PATH = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)*/?");
    private static final Map<String, ChronoUnit> TIMES =
            Map.of("ms", ChronoUnit.MILLIS, "s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS);
    private static final Map<String, Long> SIZES = Map.of("kb", 1L << 10, "mb", 1L << 20, "gb", 1L << 30);

    private SettingText() {}

    static int port(String text) {
        if (!text.matches("-?\\d{1,9}")) {
            throw wrong("port", text, "is no port", "Write a number from 1 to 65535, or 0 for any free one.");
        }
        return Integer.parseInt(text);
    }

    /** One of a few words. */
    static <E extends Enum<E>> E word(Setting setting, Class<E> kind, String text) {
        List<String> words = Arrays.stream(kind.getEnumConstants())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!words.contains(text)) {
            throw InputException.unknown("value of " + setting.key(), text, words);
        }
        return Enum.valueOf(kind, text.toUpperCase(Locale.ROOT));
    }

    static boolean isOn(Setting setting, String text) {
        if (!List.of("on", "off").contains(text)) {
            throw InputException.unknown("value of " + setting.key(), text, List.of("on", "off"));
        }
        return text.equals("on");
    }

    static Optional<Duration> durationOrOff(String text) {
        return text.equals("off") ? Optional.empty() : Optional.of(duration(text));
    }

    /** A time above 0, such as {@code 500ms}, {@code 30s} or {@code 5m}. */
    static Duration duration(String text) {
        Matcher amount = AMOUNT.matcher(text);
        ChronoUnit unit = amount.matches() ? TIMES.get(amount.group(2)) : null;
        if (unit == null || Long.parseLong(amount.group(1)) == 0) {
            throw wrong("duration", text, "is no time", "Write a number above 0 and ms, s, m or h, such as 30s.");
        }
        return Duration.of(Long.parseLong(amount.group(1)), unit);
    }

    /** A number of bytes, from {@code 64MB} or the like. */
    static long bytes(String text) {
        Matcher amount = AMOUNT.matcher(text);
        Long unit = amount.matches() ? SIZES.get(amount.group(2).toLowerCase(Locale.ROOT)) : null;
        if (unit == null) {
            throw wrong("size", text, "is no size", "Write a number and kB, MB or GB, such as 64MB.");
        }
        return Long.parseLong(amount.group(1)) * unit;
    }

    /** The address that readers use, without a slash at its end; absent where none is given. */
    static Optional<String> publicAddress(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher parts = Pattern.compile("(https?://[^/?#]+)([^?#]*)").matcher(text);
        if (!parts.matches()
                || !ORIGIN.matcher(parts.group(1).toLowerCase(Locale.ROOT)).matches()
                || !SUB_PATH.matcher(parts.group(2)).matches()) {
            throw wrong(
                    "public-address",
                    text,
                    "is no address of a server",
                    "Write it with http or https, the host and at most a path: https://example.org/surveys.");
        }
        return Optional.of(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    /** Origins with commas between them. */
    static List<String> origins(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(origin -> origin(origin.strip()))
                        .distinct()
                        .toList();
    }

    private static String origin(String text) {
        if (!ORIGIN.matcher(text).matches()) {
            throw wrong(
                    "origin",
                    text,
                    "is no origin",
                    "Write scheme, host in small letters and port if need be, nothing more: https://www.example.org.");
        }
        return text;
    }

    /** The JDBC address of saved links; absent where they are off. */
    static Optional<String> links(String text, Map<String, String> environment) {
        if (text.equals("off")) {
            return Optional.empty();
        }
        if (text.startsWith("jdbc:")) {
            if (!text.startsWith("jdbc:sqlite:") && !text.startsWith("jdbc:postgresql:")) {
                throw wrong(
                        "links",
                        text.substring(0, text.indexOf(':', "jdbc:".length()) + 1),
                        "is no database of saved links",
                        "Give a file, jdbc:sqlite:FILE, jdbc:postgresql://HOST/NAME, or off.");
            }
            return Optional.of(text);
        }
        Path file = text.isEmpty() ? LinkStore.usual(environment) : Path.of(text);
        return Optional.of("jdbc:sqlite:" + file.toAbsolutePath());
    }

    private static InputException wrong(String code, String text, String problem, String remedy) {
        return InputException.of(code, "\"" + text + "\" " + problem + ".", text, remedy);
    }
}
