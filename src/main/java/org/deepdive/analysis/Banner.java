package org.deepdive.analysis;

import java.util.List;
import org.deepdive.disclosure.Audience;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.comparison.Adjustment;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;
import org.deepdive.table.BannerBreakdown;

/**
 * A banner table being put together: {@code Studies.open("pcss").banner("safe_local").by("sex", "sex>age_band").letters()}.
 * Each method but the last returns a new one.
 *
 * <p>Defaults: a total only, everybody, all waves, don't knows as the study has them, probabilities not adjusted, exact
 * bases.
 */
public final class Banner {

    private final Workspace workspace;
    private final Study study;
    private final Variable variable;
    private final Spec spec;

    /** What was chosen so far. */
    private record Spec(
            List<BannerBreakdown> by, Query domain, DontKnows dontKnows, Adjustment adjustment, Audience audience) {

        Spec by(List<BannerBreakdown> other) {
            return new Spec(other, domain, dontKnows, adjustment, audience);
        }

        Spec domain(Query other) {
            return new Spec(by, other, dontKnows, adjustment, audience);
        }

        Spec dontKnows(DontKnows other) {
            return new Spec(by, domain, other, adjustment, audience);
        }

        Spec adjustment(Adjustment other) {
            return new Spec(by, domain, dontKnows, other, audience);
        }

        Spec audience(Audience other) {
            return new Spec(by, domain, dontKnows, adjustment, other);
        }
    }

    /** What becomes of don't knows. */
    private enum DontKnows {
        DECLARED,
        IN,
        OUT
    }

    private Banner(Workspace workspace, Study study, Variable variable, Spec spec) {
        this.workspace = workspace;
        this.study = study;
        this.variable = variable;
        this.spec = spec;
    }
}
