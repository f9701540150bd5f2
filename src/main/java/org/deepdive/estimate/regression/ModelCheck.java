package org.deepdive.estimate.regression;

import java.util.List;
import java.util.Optional;
import org.deepdive.estimate.Query;
import org.deepdive.estimate.QueryCheck;
import org.deepdive.study.InputException;
import org.deepdive.study.Measure;
import org.deepdive.study.Study;
import org.deepdive.study.Variable;

/** Says whether a study can answer a question to a model, and puts the question into its canonical form. */
public final class ModelCheck {

    private final Study study;

    /** @param study the study that is asked */
    public ModelCheck(Study study) {
        this.study = study;
    }

    /**
     * The canonical form: the outcome's own, and no kind where it is the default.
     *
     * @throws InputException that names what was given, what exists and the nearest match
     */
    public ModelQuery check(ModelQuery query) {
        Query outcome = new QueryCheck(study).check(query.outcome());
        study.requireDesign();
        Measure measure = study.measure(outcome.measure());
        if (measure instanceof Measure.Base) {
            throw InputException.of(
                    "outcome",
                    "Numbers of respondents cannot be explained by a model.",
                    outcome.text(),
                    "Name a measure.");
        }
        query.variables().forEach(this::requireTerm);
        query.references().forEach((variable, category) -> requireReference(query, variable, category));
        ModelKind usual = measure.isShare() ? ModelKind.LOGISTIC : ModelKind.LINEAR;
        ModelKind kind = query.kind().orElse(usual);
        if (kind == ModelKind.LOGISTIC && !measure.isShare()) {
            throw InputException.of(
                    "kind",
                    "A logistic model needs a percentage; \"" + measure.name() + "\" is a mean.",
                    measure.name(),
                    "Ask for a linear model, or for a percentage.");
        }
        return new ModelQuery(
                outcome,
                query.terms(),
                Optional.of(kind).filter(k -> k != usual),
                query.references(),
                query.keepNonAnswers());
    }

    /** The kind of model that a checked question asks for. */
    ModelKind kind(ModelQuery checked) {
        boolean share = study.measure(checked.outcome().measure()).isShare();
        return checked.kind().orElse(share ? ModelKind.LOGISTIC : ModelKind.LINEAR);
    }

    private void requireTerm(String name) {
        List<String> possible = study.codebook().variables().stream()
                .filter(Variable::isSingle)
                .map(Variable::name)
                .toList();
        if (possible.contains(name)) {
            return;
        }
        if (study.codebook().has(name) && study.codebook().variable(name).kind() == Variable.Kind.MULTIPLE) {
            throw new InputException(
                    "term",
                    "\"" + name + "\" allows several answers, so it cannot be a term of a model.",
                    name,
                    possible,
                    "Name a variable with one answer.");
        }
        throw InputException.unknown("variable", name, possible);
    }

    private void requireReference(ModelQuery query, String name, String category) {
        boolean categorical = query.terms().stream()
                .flatMap(term -> term.factors().stream())
                .anyMatch(factor -> factor.variable().equals(name) && !factor.trend());
        if (!categorical) {
            throw new InputException(
                    "reference",
                    "\"" + name + "\" is given a reference category but is no term with categories.",
                    name,
                    query.variables(),
                    "Add it to the terms, or leave its reference out.");
        }
        study.codebook().variable(name).indexOf(category);
    }
}
