package org.deepdive.server.share;

import java.util.Optional;
import org.deepdive.analysis.GapExhibit;
import org.deepdive.analysis.GapQuestion;
import org.deepdive.analysis.ModelExhibit;
import org.deepdive.analysis.Workspace;
import org.deepdive.disclosure.Audience;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.regression.ModelQuery;
import org.deepdive.study.Study;

/** What answers questions, with results cleared for anyone. */
public interface Results {

    /** Why the respondents of a study cannot be asked, in a sentence without anything of theirs; absent where they can. */
    default Optional<String> refusal(String slug) {
        return Optional.empty();
    }

    /** The study of that slug, or an error that names the nearest. */
    Study study(String slug);

    /** The answer to a query. */
    Cleared<EstimateTable> answer(Query query);

    /** The answer to a question to a model. */
    ModelExhibit model(ModelQuery query);

    /** Gaps between two groups. */
    GapExhibit gaps(GapQuestion question);

    /** The results of a workspace, each computed anew. */
    static Results of(Workspace workspace) {
        return new Results() {
            @Override
            public Study study(String slug) {
                return workspace.study(slug);
            }

            @Override
            public Cleared<EstimateTable> answer(Query query) {
                return workspace.answer(query, Audience.PUBLIC);
            }

            @Override
            public ModelExhibit model(ModelQuery query) {
                return ModelExhibit.of(workspace.model(query, Audience.PUBLIC));
            }

            @Override
            public GapExhibit gaps(GapQuestion question) {
                return GapExhibit.of(workspace, question);
            }
        };
    }
}
