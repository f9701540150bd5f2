package org.deepdive.plot;

import org.deepdive.estimate.Cell;
import org.deepdive.estimate.CellText;
import org.deepdive.estimate.Flag;

/** One value to draw: a cell with the words it is drawn with, which are made once for the pictures of all widths. */
final class Mark {

    private final String label;
    private final Cell cell;
    private final CellText text;
    private final String key;
    private volatile String printed;
    private volatile String inFull;

    /**
     * @param label what the value is about
     * @param cell the cell
     * @param text how its values are printed
     * @param key the codes of its groups and answer with commas between, which tell it from the other values of its table;
     *     empty for a value that no table holds
     */
    Mark(String label, Cell cell, CellText text, String key) {
        this.label = label;
        this.cell = cell;
        this.text = text;
        this.key = key;
    }

    Mark(String label, Cell cell, CellText text) {
        this(label, cell, text, "");
    }

    /** What the value is about. */
    String label() {
        return label;
    }

    /** The cell. */
    Cell cell() {
        return cell;
    }

    /** How its values are printed. */
    CellText text() {
        return text;
    }

    /** What tells it from the other values of its table; empty for a value that no table holds. */
    String key() {
        return key;
    }

    /** Whether there is a value to draw. */
    boolean hasValue() {
        return Double.isFinite(value());
    }

    /** The value; NaN where it was withheld or does not exist. */
    double value() {
        if (cell instanceof Cell.Estimate estimate) {
            return estimate.value();
        }
        return cell instanceof Cell.Published published ? published.value() : Double.NaN;
    }

    boolean hasInterval() {
        return CellText.hasInterval(cell);
    }

    /** The lower end of the interval; the value itself where there is none. */
    double low() {
        return hasInterval() ? ((Cell.Estimate) cell).low() : value();
    }

    /** The upper end of the interval; the value itself where there is none. */
    double high() {
        return hasInterval() ? ((Cell.Estimate) cell).high() : value();
    }

    boolean withheld() {
        return cell instanceof Cell.Withheld;
    }

    boolean unreliable() {
        return cell.flags().contains(Flag.UNRELIABLE);
    }

    boolean lowBase() {
        return cell.flags().contains(Flag.LOW_BASE);
    }

    /** The value and its marks, such as {@code 57% [u]}. */
    String printed() {
        if (printed == null) {
            printed = text.marked(cell);
        }
        return printed;
    }

    /** The marks alone; empty without any. */
    String marks() {
        return CellText.marks(cell.flags());
    }

    /** The unweighted base; 0 where it was withheld. */
    int base() {
        if (cell instanceof Cell.Estimate estimate) {
            return estimate.base();
        }
        return cell instanceof Cell.Published published ? published.base() : 0;
    }

    /** The label with the value and its interval, for alternative texts. */
    String spoken() {
        return label + " " + printed() + (hasInterval() ? " (" + text.interval(cell) + ")" : "");
    }

    /** The value with its interval and base, in words. */
    String inFull() {
        if (inFull == null) {
            inFull = madeInFull();
        }
        return inFull;
    }

    private String madeInFull() {
        if (withheld()) {
            return printed() + ", " + Flag.SUPPRESSED.meaning();
        }
        String interval = hasInterval() ? ", interval " + text.interval(cell) : "";
        String base =
                text.unit() == CellText.Unit.COUNT ? "" : ", base " + new CellText(CellText.Unit.COUNT).of(base());
        return printed() + interval + base;
    }
}
