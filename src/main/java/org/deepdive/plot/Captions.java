package org.deepdive.plot;

import java.util.List;

/** The words around a chart. */
interface Captions {

    /** What tells this chart from others: the question, the data and the kind of chart. */
    String identity();

    /** What is shown. */
    String title();

    /** Quantity, population, filters and period. */
    String subtitle();

    /** The caption's sentences, the data label first. */
    List<String> caption();

    /** What must stay with the picture wherever it goes: the data label, what the error bars are, and the marks. */
    List<String> footnotes();

    /** The chart in words, written from its numbers. */
    String altText();
}
