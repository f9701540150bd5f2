package org.deepdive.analysis;

import java.util.List;
import org.deepdive.study.Category;
import org.deepdive.study.Variable;
import tech.tablesaw.api.Table;

/** A variable of an opened study: the row of {@link OpenStudy#variables()} that has its name, in full. */
public final class StudyVariable {

    private final Variable variable;
    private final Describer describer;

    StudyVariable(Variable variable, Describer describer) {
        this.variable = variable;
        this.describer = describer;
    }

    /** As the codebook has it. */
    public Variable variable() {
        return variable;
    }

    /**
     * What it is: kind, question, who was asked, its measures, and its answers with their unweighted bases as far as the rules
     * of disclosure let them be shown. The respondents are read for it.
     */
    public Description describe() {
        return describer.variable(variable.name());
    }

    /** Its name, as {@code by} and {@code where} take it. */
    public String name() {
        return variable.name();
    }

    /** Its short name for people. */
    public String label() {
        return variable.label();
    }

    /** What it holds. */
    public Variable.Kind kind() {
        return variable.kind();
    }

    /** The question's wording; empty for a derived variable. */
    public String question() {
        return variable.question();
    }

    /** Its answers, in the order to show. */
    public List<Category> categories() {
        return variable.categories();
    }

    /** The codes of its answers, as {@code where} takes them. */
    public List<String> codes() {
        return variable.codes();
    }

    /** Its answers with their bases as a Tablesaw table. */
    public Table tablesaw() {
        return describe().tablesaw();
    }

    @Override
    public String toString() {
        return describe().toString();
    }
}
