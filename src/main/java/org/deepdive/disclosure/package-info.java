/**
 * The gate that every result passes before anyone but the holder of the data sees it.
 *
 * <p>{@link org.deepdive.disclosure.Cleared} is the only form of a result that plots, tables, exports, links and pages
 * accept, and {@link org.deepdive.disclosure.Gate} its only maker. Rules are data: {@code data/disclosure.yaml}.
 * Confidentiality (may it be shown?) and reliability (should it be believed?) are two verdicts.
 */
package org.deepdive.disclosure;
