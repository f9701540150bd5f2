/**
 * Runs notebooks without Python: finds an installed kernel, starts it, and speaks Jupyter's wire protocol 5.3 with it over
 * ZeroMQ. What comes out is what Jupyter's own nbclient makes of the same notebook.
 *
 * <p>Sources: <a href="https://jupyter-client.readthedocs.io/en/stable/messaging.html">messaging</a> and
 * <a href="https://jupyter-client.readthedocs.io/en/stable/kernels.html">kernels</a> in Jupyter, nbclient's
 * {@code client.py}, and papermill's {@code parameterize.py} for parameters.
 */
package org.deepdive.notebook.run;
