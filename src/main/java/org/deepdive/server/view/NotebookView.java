package org.deepdive.server.view;

import java.util.List;
import java.util.Optional;
import org.deepdive.notebook.page.RenderedNotebook;
import org.deepdive.study.DataLabel;

/**
 * The page of a notebook.
 *
 * @param frame what stands around it
 * @param name its name in addresses
 * @param notebook what it holds
 * @param contents its headings
 * @param executed the day it was run, in words; empty where that is not known
 * @param data the data it was run on
 * @param kilobytes the size of its file
 */
public record NotebookView(
        Frame frame,
        String name,
        RenderedNotebook notebook,
        List<Contents> contents,
        Optional<String> executed,
        List<Data> data,
        long kilobytes) {

    /**
     * The data of one study.
     *
     * @param study the study's slug
     * @param title its title
     * @param label what the data were
     * @param hash the first digits of their hash
     * @param current whether this site has the same
     */
    public record Data(String study, String title, DataLabel label, String hash, boolean current) {}
}
