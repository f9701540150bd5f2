package org.deepdive.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParentWatchTest {

    @Test
    void only_a_process_that_this_one_comes_from_is_watched() {
        ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        assertThat(ParentWatch.named(String.valueOf(parent.pid()))).contains(parent);
        assertThat(ParentWatch.named(String.valueOf(ProcessHandle.current().pid())))
                .isEmpty();
        assertThat(ParentWatch.named("1")).isEmpty();
        assertThat(ParentWatch.named("a handle")).isEmpty();
        assertThat(ParentWatch.named(null)).isEmpty();
    }
}
