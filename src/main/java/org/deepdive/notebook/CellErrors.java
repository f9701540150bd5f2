package org.deepdive.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.UnresolvedReferenceException;
import org.deepdive.study.InputException;

/**
 * What a person is told about an error in a cell: what is wrong, and which of their own lines it happened in. The frames of
 * the kernel, of jshell and of libraries are left out. A mistake of the kind that {@link InputException} explains is only its
 * sentences and the line.
 */
final class CellErrors {

    private static final int MOST_LINES = 5;
    private static final int MOST_CAUSES = 5;
    private static final String BOLD_RED = "\u001b[1;31m";
    private static final String RESET = "\u001b[0m";

    private final JShell shell;
    private final CellPlaces places;

    CellErrors(JShell shell, CellPlaces places) {
        this.shell = shell;
        this.places = places;
    }

    /** An exception that the code of a cell threw, with its causes. */
    List<String> thrown(EvalException problem) {
        List<String> told = new ArrayList<>();
        told.add(headline(named(problem)));
        told.addAll(ownLines(problem));
        JShellException cause = problem.getCause();
        for (int i = 0; i < MOST_CAUSES && cause != null; i++) {
            told.add("Caused by " + (cause instanceof EvalException thrown ? named(thrown) : cause.getMessage()));
            told.addAll(ownLines(cause));
            cause = cause instanceof EvalException thrown ? thrown.getCause() : null;
        }
        return told;
    }

    private static String named(EvalException problem) {
        String type = problem.getExceptionClassName();
        String message = problem.getMessage();
        if (type.equals(InputException.class.getName()) && message != null) {
            return message;
        }
        String shortened = type.startsWith("java.lang.") ? type.substring(type.lastIndexOf('.') + 1) : type;
        return message == null || message.isBlank() ? shortened : shortened + ": " + message;
    }

    /** jshell names the file of a cell's frame by the snippet's id. */
    private List<String> ownLines(Exception problem) {
        List<String> all = Arrays.stream(problem.getStackTrace())
                .filter(frame ->
                        frame.getFileName() != null && frame.getFileName().startsWith("#"))
                .map(frame -> places.of(frame.getFileName().substring(1), frame.getLineNumber()))
                .flatMap(Optional::stream)
                .map(place -> "  " + place)
                // What calls itself is named once.
                .distinct()
                .toList();
        if (all.size() <= MOST_LINES) {
            return all;
        }
        return Stream.concat(
                        all.stream().limit(MOST_LINES),
                        Stream.of("  and " + (all.size() - MOST_LINES) + " more calls before"))
                .toList();
    }

    /** Code that does not compile: each complaint of the compiler with its line, marked where it points. */
    List<String> notCompiled(Snippet snippet) {
        List<String> told = new ArrayList<>();
        shell.diagnostics(snippet).filter(Diag::isError).forEach(diag -> {
            told.addAll(complaint(diag));
            told.addAll(marked(snippet, diag));
        });
        if (told.isEmpty()) {
            told.addAll(undeclared(snippet));
        }
        return told;
    }

    private static List<String> complaint(Diag diag) {
        // Where the compiler looked is a class that jshell made up.
        List<String> lines = diag.getMessage(Locale.ROOT)
                .lines()
                .filter(line -> !line.strip().startsWith("location:"))
                .toList();
        return Stream.concat(
                        Stream.of(headline("This does not compile: " + lines.get(0))),
                        lines.stream().skip(1).map(line -> "  " + line.strip()))
                .toList();
    }

    private List<String> marked(Snippet snippet, Diag diag) {
        Optional<CellPlaces.Place> place = places.at(snippet, diag.getPosition());
        if (place.isEmpty()) {
            return List.of();
        }
        String source = snippet.source();
        int at = (int) Math.max(0, Math.min(diag.getPosition(), source.length()));
        int lineStart = source.lastIndexOf('\n', at - 1) + 1;
        String line = source.substring(lineStart).lines().findFirst().orElse("");
        int blanks = line.length() - line.stripLeading().length();
        int column = Math.max(0, at - lineStart - blanks);
        String told = "  " + place.get();
        int before = told.length() - place.get().text().length();
        return List.of(told, " ".repeat(before + column) + "^");
    }

    /** A declaration that uses what is not there yet. */
    List<String> undeclared(Snippet snippet) {
        List<String> missing = snippet instanceof DeclarationSnippet declaration
                ? shell.unresolvedDependencies(declaration).toList()
                : List.of();
        List<String> told = new ArrayList<>();
        told.add(headline(
                "This uses what is not declared" + (missing.isEmpty() ? "." : ": ") + String.join(", ", missing)));
        places.at(snippet, 0).ifPresent(place -> told.add("  " + place));
        return told;
    }

    /** A cell that uses something of a cell before, which in turn uses what is not there. */
    List<String> unresolved(UnresolvedReferenceException problem) {
        return Stream.concat(undeclared(problem.getSnippet()).stream(), ownLines(problem).stream())
                .distinct()
                .toList();
    }

    /** A cell that ends in the middle of something. */
    List<String> incomplete(String rest) {
        return told("The cell ends before this is complete. Is a bracket, a quote or a semicolon missing?", rest);
    }

    /** A cell that was stopped while it ran. */
    List<String> interrupted(String statement) {
        return told("The cell was interrupted.", statement);
    }

    private List<String> told(String what, String source) {
        return Stream.concat(Stream.of(headline(what)), places.of(source).map(place -> "  " + place).stream())
                .toList();
    }

    private static String headline(String text) {
        return BOLD_RED + text + RESET;
    }
}
