/**
 * The command line: one class a command, wired by {@link org.deepdive.cli.DeepdiveCommand}. The only package that prints.
 */
package org.deepdive.cli;
