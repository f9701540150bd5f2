/**
 * Notebook files: nbformat 4, minors 0 to 5, as immutable values, read strictly and written in Jupyter's own text form.
 *
 * <p>The format is that of <a href="https://nbformat.readthedocs.io/en/latest/format_description.html">nbformat</a>; the
 * text form is that of its {@code nbformat.v4.nbjson} and {@code nbformat.v4.rwbase}.
 */
package org.deepdive.notebook.format;
