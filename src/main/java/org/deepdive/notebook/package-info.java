/**
 * Deepdive in notebooks: what values look like below a cell ({@link org.deepdive.notebook.RichDisplay}), the adapter of
 * the Rapaio kernel, the program that Jupyter starts ({@link org.deepdive.notebook.KernelMain}), and its registration with
 * Jupyter ({@link org.deepdive.notebook.NotebookInstall}). The only package that knows a kernel's types.
 */
package org.deepdive.notebook;
