package org.deepdive.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.deepdive.practice.Progress;

/** A progress bar on the error stream, shown from the first step of work that takes a while. */
final class TerminalProgress implements Progress, AutoCloseable {

    private static final int STEPS = 100;

    private final String task;
    private ProgressBar bar;

    /** For making practice data. */
    TerminalProgress() {
        this("Practice data");
    }

    /** @param task what takes a while, in a word or two */
    TerminalProgress(String task) {
        this.task = task;
    }

    @Override
    public void at(String step, double done) {
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(STEPS)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .build();
        }
        bar.setExtraMessage(step);
        bar.stepTo(Math.round(done * STEPS));
        if (done >= 1) {
            close();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
