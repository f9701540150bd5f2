package org.deepdive.notebook;

import java.lang.reflect.Field;
import java.util.Map;
import jdk.jshell.EvalException;
import jdk.jshell.UnresolvedReferenceException;
import org.rapaio.jupyter.kernel.channels.Channels;
import org.rapaio.jupyter.kernel.channels.MessageHandler;
import org.rapaio.jupyter.kernel.core.RapaioKernel;
import org.rapaio.jupyter.kernel.core.format.ErrorFormatter;
import org.rapaio.jupyter.kernel.core.format.ErrorFormatters;
import org.rapaio.jupyter.kernel.core.java.CompilerException;
import org.rapaio.jupyter.kernel.core.java.EvaluationInterruptedException;
import org.rapaio.jupyter.kernel.core.java.IncompleteSourceException;
import org.rapaio.jupyter.kernel.message.Message;
import org.rapaio.jupyter.kernel.message.MessageType;
import org.rapaio.jupyter.kernel.message.messages.ShellExecuteRequest;

/**
 * Puts {@link CellErrors} in the place of the Rapaio kernel's own texts, which show every frame of jshell and of the kernel.
 *
 * <p>The kernel has a table of how each kind of error is told, and one of what handles each kind of message, both without
 * a door for others: up to 3.0.1 they are reached by reflection.
 */
final class ReadableErrors {

    private ReadableErrors() {}

    /**
     * Has the kernel's errors told by {@link CellErrors}.
     *
     * @param channels the kernel's channels, connected
     * @throws ReflectiveOperationException in a version of the kernel without these tables
     */
    static void in(RapaioKernel kernel, Channels channels) throws ReflectiveOperationException {
        CellPlaces places = new CellPlaces();
        kernel.javaEngine().getShell().onSnippetEvent(event -> {
            if (event.causeSnippet() == null) {
                places.add(event.snippet());
            }
        });
        noteCells(channels, places);
        tell(new CellErrors(kernel.javaEngine().getShell(), places));
    }

    private static void noteCells(Channels channels, CellPlaces places) throws ReflectiveOperationException {
        MessageHandler<ShellExecuteRequest> kernels = channels.getHandler(MessageType.SHELL_EXECUTE_REQUEST);
        MessageHandler<ShellExecuteRequest> noting = (Message<ShellExecuteRequest> message) -> {
            places.begin(message.content().code());
            kernels.handle(message);
        };
        put(Channels.class, "handlers", channels, MessageType.SHELL_EXECUTE_REQUEST, noting);
    }

    private static void tell(CellErrors errors) throws ReflectiveOperationException {
        tell(EvalException.class, (kernel, problem) -> errors.thrown(problem));
        tell(UnresolvedReferenceException.class, (kernel, problem) -> errors.unresolved(problem));
        tell(
                CompilerException.class,
                (kernel, problem) -> errors.notCompiled(problem.badSnippet().snippet()));
        tell(IncompleteSourceException.class, (kernel, problem) -> errors.incomplete(problem.source()));
        tell(EvaluationInterruptedException.class, (kernel, problem) -> errors.interrupted(problem.getSource()));
    }

    private static <T extends Exception> void tell(Class<T> type, ErrorFormatter<T> how)
            throws ReflectiveOperationException {
        put(ErrorFormatters.class, "map", null, type, how);
    }

    /** Fields are found by name alone, so the types of what is in them are the kernel's promise. */
    @SuppressWarnings("unchecked")
    private static void put(Class<?> owner, String table, Object instance, Object key, Object value)
            throws ReflectiveOperationException {
        Field field = owner.getDeclaredField(table);
        field.setAccessible(true);
        ((Map<Object, Object>) field.get(instance)).put(key, value);
    }
}
