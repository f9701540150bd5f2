/**
 * Notebooks as pages: their text, code and outputs as HTML that holds nothing but what a list allows, whoever wrote the
 * notebook ({@link org.deepdive.notebook.page.RenderedNotebook}), and the same as one file that needs no server ({@link
 * org.deepdive.notebook.page.NotebookHtml}).
 */
package org.deepdive.notebook.page;
