package org.deepdive.plot;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.regression.Model;
import org.deepdive.study.DataLabel;

/**
 * A chart of a cleared model: for each group its value as it is and its adjusted value, each with its interval.
 */
public final class ModelPlot extends Drawing {

    private final Cleared<Model> cleared;
    private final Pairs picture;
    private final ModelWords words;
    private final Optional<Function<ModelPlot, Origin>> from;

    private ModelPlot(
            Cleared<Model> cleared, Pairs picture, ModelWords words, Optional<Function<ModelPlot, Origin>> from) {
        this.cleared = cleared;
        this.picture = picture;
        this.words = words;
        this.from = from;
    }

    /** The chart of a model. */
    public static ModelPlot of(Cleared<Model> cleared) {
        Pairs picture = new ModelPairs(cleared.value()).picture();
        return new ModelPlot(cleared, picture, new ModelWords(cleared.value(), picture), Optional.empty());
    }

    /** The same plot, of a result that says where else its question can be asked. */
    public ModelPlot from(Function<ModelPlot, Origin> result) {
        return new ModelPlot(cleared, picture, words, Optional.of(result));
    }

    /** The model that is drawn. */
    public Cleared<Model> cleared() {
        return cleared;
    }

    @Override
    Optional<Origin> origin() {
        return from.map(result -> result.apply(this));
    }

    @Override
    Picture picture() {
        return picture;
    }

    @Override
    Captions words() {
        return words;
    }

    @Override
    public String tableHtml() {
        return new PairsData(picture, cleared.value().label().title() + ": " + title()).html();
    }

    @Override
    public Set<DataLabel> labels() {
        return Set.of(cleared.value().label());
    }
}
