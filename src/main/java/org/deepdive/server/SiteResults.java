package org.deepdive.server;

import java.util.Optional;
import org.deepdive.analysis.GapExhibit;
import org.deepdive.analysis.GapQuestion;
import org.deepdive.analysis.ModelExhibit;
import org.deepdive.disclosure.Cleared;
import org.deepdive.estimate.EstimateTable;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.regression.ModelQuery;
import org.deepdive.server.share.Results;
import org.deepdive.study.Study;

/** The answers of a site, for saved links to be held against. */
record SiteResults(Site site) implements Results {

    @Override
    public Optional<String> refusal(String slug) {
        return site.refusal(site.workspace().study(slug));
    }

    @Override
    public Study study(String slug) {
        return site.workspace().study(slug);
    }

    @Override
    public Cleared<EstimateTable> answer(Query query) {
        return site.answer(query);
    }

    @Override
    public ModelExhibit model(ModelQuery query) {
        return site.model(query);
    }

    @Override
    public GapExhibit gaps(GapQuestion question) {
        return site.gaps(question);
    }
}
