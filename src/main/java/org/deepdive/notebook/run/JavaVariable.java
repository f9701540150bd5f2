package org.deepdive.notebook.run;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.deepdive.study.InputException;

/**
 * A variable that a cell assigns, as far as a parameter needs to know it.
 *
 * @param name its name
 * @param type its declared type; {@code var} where that is inferred; empty where the cell assigns without declaring
 * @param kind what values it takes
 */
record JavaVariable(String name, Optional<String> type, Kind kind) {

    /** What values a variable takes. */
    enum Kind {
        TEXT("a text"),
        INT("a whole number"),
        LONG("a whole number"),
        DOUBLE("a number"),
        BOOLEAN("true or false"),
        /** Declared by {@code var} from an expression, or not declared: it takes what it is given. */
        ANY("any value"),
        /** A type that cannot be written on a command line. */
        OTHER("no value that can be written here");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What it takes, in words. */
        String words() {
            return words;
        }
    }

    private static final Map<String, Kind> TYPES = Map.ofEntries(
            Map.entry("String", Kind.TEXT),
            Map.entry("CharSequence", Kind.TEXT),
            Map.entry("Object", Kind.ANY),
            Map.entry("int", Kind.INT),
            Map.entry("Integer", Kind.INT),
            Map.entry("long", Kind.LONG),
            Map.entry("Long", Kind.LONG),
            Map.entry("double", Kind.DOUBLE),
            Map.entry("Double", Kind.DOUBLE),
            Map.entry("boolean", Kind.BOOLEAN),
            Map.entry("Boolean", Kind.BOOLEAN));

    private static final Map<Tree.Kind, Kind> LITERALS = Map.of(
            Tree.Kind.STRING_LITERAL, Kind.TEXT,
            Tree.Kind.INT_LITERAL, Kind.INT,
            Tree.Kind.LONG_LITERAL, Kind.LONG,
            Tree.Kind.DOUBLE_LITERAL, Kind.DOUBLE,
            Tree.Kind.BOOLEAN_LITERAL, Kind.BOOLEAN);

    /**
     * The variables that a cell's code assigns at its top level, in order; imports and whatever else is there are passed by.
     *
     * @throws InputException where this Java has no compiler, without which there is no Java kernel either
     */
    static List<JavaVariable> in(String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw InputException.of(
                    "no-compiler",
                    "The Java that runs this program has no compiler.",
                    System.getProperty("java.home"),
                    "Run it with a JDK, not a JRE.");
        }
        String code = source.replaceAll("(?m)^\\s*import\\s[^;\\n]*;", "");
        JavaFileObject file = new Source("class Cell { void code() {\n" + code + "\n} }");
        // A mistake in the cell is the kernel's to tell; here the compiler only reads.
        JavacTask task = (JavacTask)
                compiler.getTask(null, null, new DiagnosticCollector<>(), List.of("-proc:none"), null, List.of(file));
        List<JavaVariable> variables = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                for (StatementTree statement : statements(unit)) {
                    variable(statement).ifPresent(variables::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory cannot fail", e);
        }
        return variables;
    }

    private static List<? extends StatementTree> statements(CompilationUnitTree unit) {
        return unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .flatMap(type -> ((ClassTree) type).getMembers().stream())
                .filter(MethodTree.class::isInstance)
                .map(method -> ((MethodTree) method).getBody())
                .findFirst()
                .map(BlockTree::getStatements)
                .orElse(List.of());
    }

    private static Optional<JavaVariable> variable(StatementTree statement) {
        if (statement instanceof VariableTree declared) {
            String name = declared.getName().toString();
            String type =
                    declared.getType() == null ? "var" : declared.getType().toString();
            Kind kind = type.equals("var") ? kind(declared.getInitializer()) : TYPES.getOrDefault(type, Kind.OTHER);
            return Optional.of(new JavaVariable(name, Optional.of(type), kind));
        }
        if (statement instanceof ExpressionStatementTree expression
                && expression.getExpression() instanceof AssignmentTree assignment
                && assignment.getVariable() instanceof IdentifierTree name) {
            return Optional.of(
                    new JavaVariable(name.getName().toString(), Optional.empty(), kind(assignment.getExpression())));
        }
        return Optional.empty();
    }

    private static Kind kind(ExpressionTree value) {
        if (value == null) {
            return Kind.ANY;
        }
        ExpressionTree literal = value.getKind() == Tree.Kind.UNARY_MINUS ? ((UnaryTree) value).getExpression() : value;
        return LITERALS.getOrDefault(literal.getKind(), Kind.ANY);
    }

    /** Code in memory. */
    private static final class Source extends SimpleJavaFileObject {

        private final String code;

        Source(String code) {
            super(URI.create("string:///Cell.java"), Kind.SOURCE);
            this.code = code;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }
}
