package org.deepdive.notebook;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** Runs cells as Java kernels do: in a jshell within their own process, which gives the value of the last expression. */
public final class CellShell {

    private static final Set<Snippet.SubKind> VALUES = Set.of(
            Snippet.SubKind.VAR_VALUE_SUBKIND,
            Snippet.SubKind.OTHER_EXPRESSION_SUBKIND,
            Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND);

    /** Keeps what the last call of jshell gave, and the class loader that it came from. */
    private static final class Control extends DirectExecutionControl implements ExecutionControlProvider {
        private Object value;
        private ClassLoader loader;

        @Override
        protected String invoke(Method method) throws Exception {
            loader = method.getDeclaringClass().getClassLoader();
            Thread.currentThread().setContextClassLoader(loader);
            value = method.invoke(null);
            return "kept";
        }

        @Override
        public String name() {
            return "cells";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
            return this;
        }
    }

    private final Control control = new Control();
    private final JShell shell;

    /** @param classPath what the cells may use beyond the kernel's own class path */
    public CellShell(String classPath) {
        shell = JShell.builder().executionEngine(control, Map.of()).build();
        shell.addToClasspath(classPath);
        eval("0");
    }

    /** The class loader of the cells. */
    public ClassLoader loader() {
        return control.loader;
    }

    /** The value of the last expression; null where the last statement is none. */
    public Object eval(String cell) {
        Object last = null;
        CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(cell);
        while (next.completeness().isComplete()) {
            for (SnippetEvent event : shell.eval(next.source())) {
                if (event.exception() != null || !event.status().isDefined()) {
                    throw new IllegalStateException(event.toString(), event.exception());
                }
                last = VALUES.contains(event.snippet().subKind()) ? control.value : null;
            }
            next = shell.sourceCodeAnalysis().analyzeCompletion(next.remaining());
        }
        if (!next.remaining().isBlank()) {
            throw new IllegalStateException("The cell is not complete: " + next.remaining());
        }
        return last;
    }
}
