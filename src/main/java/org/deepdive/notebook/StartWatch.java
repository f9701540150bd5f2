package org.deepdive.notebook;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.List;
import org.rapaio.jupyter.kernel.channels.Channels;
import org.rapaio.jupyter.kernel.channels.LoopThread;
import org.rapaio.jupyter.kernel.core.RapaioKernel;

/**
 * Keeps the start of the Rapaio kernel 3.0.1 from hanging, which without it a tenth to a third of starts do.
 *
 * <p>Two races end a channel's thread before its first message: {@code LoopThread.start} sets {@code running} after the
 * thread has begun, so that a quick thread sees false and stops; and {@code Channels.connect} fills its handlers after the
 * shell thread reads, so that an early message ends that thread with a {@code NullPointerException}. The client asks again
 * when nobody answers, so it is enough to give such a channel a new thread. The fields are reached by reflection; in
 * a version of the kernel without them the watch ends and the kernel starts as it would by itself.
 */
final class StartWatch implements Runnable {

    private static final List<String> CHANNELS = List.of("heartbeat", "shell", "control");
    private static final int PAUSE_MILLIS = 25;

    /** After this many looks without a repair the kernel counts as started: five seconds. */
    private static final int QUIET_LOOKS = 200;

    private final RapaioKernel kernel;

    private StartWatch(RapaioKernel kernel) {
        this.kernel = kernel;
    }

    /** Watches the start of a kernel, in a thread that does not keep the program alive. */
    static void over(RapaioKernel kernel) {
        Thread thread = new Thread(new StartWatch(kernel), "kernel-start-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** What the repairs are about need not be read in the terminal that Jupyter runs in. */
    private static void hideLostLoops(Thread.UncaughtExceptionHandler usual) {
        Thread.setDefaultUncaughtExceptionHandler((thread, problem) -> {
            if (!(thread instanceof LoopThread)) {
                Thread.setDefaultUncaughtExceptionHandler(usual);
                thread.getThreadGroup().uncaughtException(thread, problem);
            }
        });
    }

    @Override
    public void run() {
        Thread.UncaughtExceptionHandler usual = Thread.getDefaultUncaughtExceptionHandler();
        hideLostLoops(usual);
        try {
            int quiet = 0;
            while (quiet < QUIET_LOOKS) {
                Thread.sleep(PAUSE_MILLIS);
                Channels channels = kernel.channels();
                quiet = channels == null || repaired(channels) ? 0 : quiet + 1;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Another version of the kernel: nothing to repair by these names.
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(usual);
        }
    }

    private static boolean repaired(Channels channels) throws ReflectiveOperationException {
        boolean repaired = false;
        for (String channel : CHANNELS) {
            repaired |= revive(value(channels, channel));
        }
        return repaired;
    }

    /** Gives a channel a new thread if its thread ended though nobody stopped it. */
    private static boolean revive(Object channel) throws ReflectiveOperationException {
        Field place = field(channel, "loopThread");
        Thread loop = (Thread) place.get(channel);
        if (loop == null || loop.isAlive() || !(boolean) value(loop, "running")) {
            return false;
        }
        Constructor<?> constructor = loop.getClass().getDeclaredConstructor(String.class, long.class, Runnable.class);
        Thread next = (Thread) constructor.newInstance(loop.getName(), value(loop, "sleep"), value(loop, "loopBody"));
        place.set(channel, next);
        next.start();
        return true;
    }

    private static Object value(Object owner, String name) throws ReflectiveOperationException {
        return field(owner, name).get(owner);
    }

    private static Field field(Object owner, String name) throws ReflectiveOperationException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
