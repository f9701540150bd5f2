package org.deepdive.server;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.deepdive.server.view.ExploreView.Choice;
import org.deepdive.server.view.ExploreView.FilterView;
import org.deepdive.study.Study;

/**
 * The controls of the form that changes a question, as they are sent. One control is alike on all pages where the same is
 * chosen, so it is made once for each of its choices: at most as many as the codebook has names.
 */
final class ExploreControls {

    private final BiFunction<String, Map<String, Object>, byte[]> templates;
    private final Map<Key, Content> made = new ConcurrentHashMap<>();

    /** @param templates renders a template with its parameters */
    ExploreControls(BiFunction<String, Map<String, Object>, byte[]> templates) {
        this.templates = templates;
    }

    private record Key(String study, String control, String chosen) {}

    /**
     * A control to choose from a list.
     *
     * @param study the study asked
     * @param name the control's name
     * @param label what it chooses
     * @param chosen what its choices depend on, from the codebook's names alone
     * @param choices makes its choices; none for a control that is not shown
     */
    Content select(Study study, String name, String label, String chosen, Supplier<List<Choice>> choices) {
        return made.computeIfAbsent(
                new Key(study.slug(), name, chosen),
                key -> rendered("control.jte", Map.of("name", name, "label", label, "choices", choices.get())));
    }

    /** A filter; only those that let everyone through are kept, since choices can be combined in any way. */
    Content filter(Study study, FilterView filter) {
        Map<String, Object> parameters = Map.of("filter", filter);
        return filter.active()
                ? rendered("filter.jte", parameters)
                : made.computeIfAbsent(
                        new Key(study.slug(), "where." + filter.variable(), ""),
                        key -> rendered("filter.jte", parameters));
    }

    private Content rendered(String template, Map<String, Object> parameters) {
        return new Rendered(templates.apply(template, parameters));
    }

    /** What a template has made, with every escape that it needs. */
    private static final class Rendered implements Content {
        private final byte[] html;

        Rendered(byte[] html) {
            this.html = html;
        }

        @Override
        public void writeTo(TemplateOutput output) {
            output.writeBinaryContent(html);
        }

        @Override
        public boolean isEmptyContent() {
            return html.length == 0;
        }
    }
}
