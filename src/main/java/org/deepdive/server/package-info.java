/**
 * The web server: pages that read well without scripts, their data twins, and one shape of error.
 *
 * <p>{@link org.deepdive.server.DeepdiveServer} is the entry. Pages ask {@link org.deepdive.analysis.Workspace} for
 * answers cleared for the public, and for nothing else, so that no page ever holds a respondent. What templates show is
 * put together here as {@link org.deepdive.server.view} records; the templates only lay it out.
 */
package org.deepdive.server;
