/**
 * Saved links: a plot with a title and a note, whose numbers are frozen with hashes of the data, the rules and the program.
 *
 * <p>{@link org.deepdive.server.share.Links} is the entry: it saves, lists, edits and revokes links in a
 * {@link org.deepdive.server.share.LinkStore}, a SQLite file or a PostgreSQL database that several servers share, and holds
 * a link against {@link org.deepdive.server.share.PresentData}. Nothing here knows the web.
 */
package org.deepdive.server.share;
