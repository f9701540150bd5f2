package org.deepdive.plot;

import java.util.Arrays;
import java.util.Collection;

/**
 * The style sheet of pictures. Within a page, text takes the page's own colour and fills follow its
 * {@code color-scheme}; as a file of its own the picture follows the reader's preference. Renderers that know no style
 * sheets or variables use the attributes, which hold the colours of a light page.
 *
 * <p>A style element within a page is read by the whole page, so every rule starts with a class of this program.
 */
final class StyleSheet {

    private static final String TEXT = ".dd-plot{max-width:100%;height:auto;--dd-paper:Canvas}"
            + ".dd-plot text{fill:currentColor;font-family:var(--dd-font,inherit)}"
            + ".dd-plot .dd-bold{font-weight:bold}"
            + ".dd-plot .dd-tick{font-variant-numeric:tabular-nums}"
            + ".dd-plot .dd-note{font-size:13px}.dd-plot .dd-small{font-size:12px}"
            + ".dd-plot .dd-haloed{paint-order:stroke;stroke:var(--dd-paper);stroke-width:4px}"
            + ".dd-plot .dd-line{stroke:currentColor}.dd-plot .dd-halo{stroke:var(--dd-paper)}"
            + ".dd-plot .dd-grid{stroke:var(--dd-grid)}.dd-plot .dd-hollow{fill:var(--dd-paper)}";

    private StyleSheet() {}

    /** The style sheet of one picture, with the colours it uses. */
    static String of(Canvas canvas) {
        return of(canvas.inks());
    }

    /** One style sheet for all pictures of a page. */
    static String ofAll() {
        return of(Arrays.asList(Ink.values())) + onPaper();
    }

    private static String of(Collection<Ink> inks) {
        String light = colors(inks, Theme.LIGHT);
        String dark = colors(inks, Theme.DARK);
        return TEXT
                + rules(inks)
                + ".dd-plot{" + light + "}"
                + "@supports(color:light-dark(#000,#fff)){.dd-plot{" + both(inks) + "}}"
                + "svg.dd-plot:root{color:" + Theme.LIGHT.ink() + ";background:" + Theme.LIGHT.paper()
                + ";color-scheme:light dark;--dd-paper:"
                + Theme.LIGHT.paper() + "}"
                + "@media(prefers-color-scheme:dark){svg.dd-plot:root{color:" + Theme.DARK.ink() + ";background:"
                + Theme.DARK.paper() + ";--dd-paper:" + Theme.DARK.paper() + ";" + dark + "}}"
                + "[data-theme=light] .dd-plot{color-scheme:light;" + light + "}"
                + "[data-theme=dark] .dd-plot,[data-jp-theme-light=false] .dd-plot{color-scheme:dark;" + dark + "}";
    }

    /** A page that its reader switched to dark colours prints in light ones. */
    private static String onPaper() {
        return "@media print{[data-theme=dark] .dd-plot{color-scheme:light;"
                + colors(Arrays.asList(Ink.values()), Theme.LIGHT) + "}}";
    }

    private static String rules(Collection<Ink> inks) {
        StringBuilder css = new StringBuilder();
        for (Ink ink : inks) {
            String id = ink.id();
            css.append(".dd-plot .%1$s{fill:var(--%1$s)}".formatted(id));
            css.append(".dd-plot .%1$s-edge{stroke:var(--%1$s)}".formatted(id));
            css.append(".dd-plot text.%1$s-on{fill:var(--%1$s-on)}".formatted(id));
        }
        return css.toString();
    }

    private static String colors(Collection<Ink> inks, Theme theme) {
        StringBuilder css = new StringBuilder("--dd-grid:" + theme.grid());
        for (Ink ink : inks) {
            css.append(";--%1$s:%2$s;--%1$s-on:%3$s".formatted(ink.id(), ink.fill(theme), ink.text(theme)));
        }
        return css.toString();
    }

    private static String both(Collection<Ink> inks) {
        StringBuilder css =
                new StringBuilder("--dd-grid:light-dark(" + Theme.LIGHT.grid() + "," + Theme.DARK.grid() + ")");
        for (Ink ink : inks) {
            css.append(";--%1$s:light-dark(%2$s,%3$s);--%1$s-on:light-dark(%4$s,%5$s)"
                    .formatted(
                            ink.id(),
                            ink.fill(Theme.LIGHT),
                            ink.fill(Theme.DARK),
                            ink.text(Theme.LIGHT),
                            ink.text(Theme.DARK)));
        }
        return css.toString();
    }
}
