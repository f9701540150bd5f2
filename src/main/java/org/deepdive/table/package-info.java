/**
 * Tables of cleared results: as HTML, plain text, CSV, JSON and as a Tablesaw table. Every row carries its interval, base
 * and marks, whatever the format.
 */
package org.deepdive.table;
