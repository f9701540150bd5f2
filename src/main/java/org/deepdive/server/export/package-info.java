/** Plots, tables and deep-dives to take along: files, static pages and folders of them, without a server. */
package org.deepdive.server.export;
