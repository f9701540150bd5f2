package org.deepdive.server.view;

/** Where a page stands among the entries of the site's navigation. */
public enum Place {
    /** Deep-dives and studies. */
    HOME,
    /** Questions to the studies, and what is found of them. */
    EXPLORE,
    /** The ledger of published figures. */
    FIGURES,
    /** The audit. */
    AUDIT,
    /** The notebooks. */
    NOTEBOOKS,
    /** How it is all computed. */
    METHODS,
    /** Elsewhere. */
    NONE
}
