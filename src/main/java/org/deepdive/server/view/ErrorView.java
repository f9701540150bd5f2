package org.deepdive.server.view;

import java.util.List;

/**
 * An error as a page.
 *
 * @param frame what stands around it
 * @param status the status of the answer
 * @param heading what happened, in a few words
 * @param message what is wrong, in a sentence
 * @param given what was given; empty where nothing was
 * @param allowed what would have been allowed; empty where no list can say it
 * @param remedy what to do; may be empty
 * @param explanation why it is so, and that it is no fault of the reader's; may be empty
 * @param near the pages that were probably meant; empty where none is near
 * @param links where to go from here
 */
public record ErrorView(
        Frame frame,
        int status,
        String heading,
        String message,
        String given,
        List<String> allowed,
        String remedy,
        String explanation,
        List<Link> near,
        List<Link> links) {

    /**
     * A way on.
     *
     * @param path where to
     * @param text what is there
     */
    public record Link(String path, String text) {}
}
