package org.deepdive.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.deepdive.study.InputException;

/** The deep-dives there are. */
public final class DeepDives {

    private static final Map<String, Entry> ALL = new LinkedHashMap<>();

    static {
        ALL.put(Students.SLUG, new Entry(Students.TITLE, Students::of));
        ALL.put(Trust.SLUG, new Entry(Trust.TITLE, Trust::of));
        ALL.put(Victims.SLUG, new Entry(Victims.TITLE, Victims::of));
        ALL.put(Policing.SLUG, new Entry(Policing.TITLE, Policing::of));
        ALL.put(Waves.SLUG, new Entry(Waves.TITLE, Waves::of));
        ALL.put(ResidentsConsultation.SLUG, new Entry(ResidentsConsultation.TITLE, ResidentsConsultation::of));
        ALL.put(PartnersConsultation.SLUG, new Entry(PartnersConsultation.TITLE, PartnersConsultation::of));
    }

    private DeepDives() {}

    /** The slugs, in the order to list them. */
    public static List<String> slugs() {
        return List.copyOf(ALL.keySet());
    }

    /** The title of a deep-dive. */
    public static String title(String slug) {
        return entry(slug).title();
    }

    /** Computes a deep-dive, or gives an error that names the nearest. */
    public static DeepDive open(Workspace workspace, String slug) {
        return entry(slug).maker().apply(workspace);
    }

    private static Entry entry(String slug) {
        Entry entry = ALL.get(slug);
        if (entry == null) {
            throw InputException.unknown("deep-dive", slug, slugs());
        }
        return entry;
    }

    private record Entry(String title, Function<Workspace, DeepDive> maker) {}
}
