package org.deepdive.notebook.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.deepdive.notebook.format.Notebook;

/**
 * What came of a run.
 *
 * @param notebook the notebook with the outputs of the cells that ran; cells that did not run have none
 * @param failure why it stopped early; empty where every cell ran
 * @param ran how many code cells ran, the one that failed among them
 * @param cut the ids of the cells whose output was cut
 * @param took the time from the start of the kernel to the end of the last cell
 */
public record RunResult(Notebook notebook, Optional<RunFailure> failure, int ran, List<String> cut, Duration took) {

    public RunResult {
        cut = List.copyOf(cut);
    }
}
