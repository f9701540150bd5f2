package org.deepdive.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.deepdive.study.Codebook;

/** The Policing and Community Safety Survey, invented. */
record PcssInvention() implements Invention {

    /**
     * Shares in single waves. The documents print a first and a last value and name the peak; that the waves between and
     * the last two lie above the printed ones is what the averages of the two overlapping periods leave over.
     */
    private static final List<Profile> WAVES = List.of(
            new Profile("safe_local", "", .858, .875, .88, .930, .905, .895, .8835),
            new Profile("confident_emergency", "", .594, .645, .655, .735, .685, .665, .643),
            new Profile("confident_non_emergency", "", .392, .47, .49, .58, .535, .505, .44),
            new Profile("good_area", "", .78, .785, .79, .86, .82, .81, .80),
            new Profile("community", "", .62, .625, .63, .73, .68, .66, .65));

    /** The ages from the first lockdown on: the young fall further. */
    private static final List<Profile> AGES = List.of(
            new Profile("safe_local", "age_band:16_24", .905, .85, .815, .785),
            new Profile("safe_local", "age_band:65_plus", .96, .945, .94, .94),
            new Profile("confident_emergency", "age_band:16_24", .86, .77, .72, .66),
            new Profile("confident_emergency", "age_band:65_plus", .645, .615, .60, .58),
            new Profile("confident_non_emergency", "age_band:16_24", .74, .63, .55, .475),
            new Profile("confident_non_emergency", "age_band:65_plus", .49, .465, .44, .405));

    private static final List<String> FIRST_WAVES =
            List.of("2019Q3", "2019Q4", "2020Q1", "2020Q2", "2020Q3", "2020Q4", "2021Q1");

    /** The shares of a measure in the last of the first seven waves. */
    private record Profile(String measure, String where, double... shares) {

        List<Level> levels() {
            List<Level> levels = new ArrayList<>();
            int skipped = FIRST_WAVES.size() - shares.length;
            for (int k = 0; k < shares.length; k++) {
                levels.add(in(measure, where, FIRST_WAVES.get(skipped + k), shares[k]));
            }
            return levels;
        }
    }

    @Override
    public String study() {
        return "pcss";
    }

    @Override
    public long seed() {
        return 20_240_331L;
    }

    @Override
    public Respondents sample(Codebook codebook, SplittableRandom random) {
        return PcssSample.draw(codebook, random);
    }

    @Override
    public List<OutcomeModel> answers(Respondents people) {
        return new PcssAnswers(people).all();
    }

    @Override
    public List<String> order() {
        return List.of(
                "wave",
                "student",
                "age_band",
                "ethnicity",
                "disabled",
                "orientation",
                "sex",
                "finances",
                "deprivation",
                "disability.mobility",
                "disability.sensory",
                "disability.mental_health");
    }

    @Override
    public Map<String, Integer> margins() {
        return Map.of("wave", 0, "district", 1, "sex", 2, "age_band", 1);
    }

    @Override
    public Map<String, Double> aims() {
        return Map.of(
                "trust-emergency-most-deprived", .6362,
                "trust-emergency-least-deprived", .6240,
                "trust-most-deprived", .5755,
                "trust-least-deprived", .6345,
                "waves-safe-first", .8580,
                "waves-safe-latest", .8835,
                "waves-emergency-first", .5940,
                "waves-emergency-latest", .6430);
    }

    @Override
    public List<Level> levels() {
        List<Level> levels = new ArrayList<>();
        WAVES.forEach(profile -> levels.addAll(profile.levels()));
        AGES.forEach(profile -> levels.addAll(profile.levels()));
        for (String wave : List.of("2023Q3", "2023Q4")) {
            levels.add(in("confident_emergency", "", wave, .665));
            levels.add(in("confident_non_emergency", "", wave, .50));
        }
        levels.add(in("confident_emergency", "", "2024Q1", .65));
        levels.add(in("confident_non_emergency", "", "2024Q1", .48));
        return levels;
    }

    @Override
    public List<Level> weightedLevels() {
        return List.of(in("contact_satisfied", "", "2022Q1", .57), in("contact_satisfied", "", "2023Q1", .51));
    }

    private static Level in(String measure, String where, String wave, double share) {
        String filter = where.isEmpty() ? "" : "&where=" + where;
        return new Level("measure=" + measure + filter + "&waves=" + wave + ".." + wave, share);
    }

    @Override
    public List<Class<?>> code() {
        return List.of(PcssInvention.class, Profile.class, PcssSample.class, PcssAnswers.class);
    }
}
