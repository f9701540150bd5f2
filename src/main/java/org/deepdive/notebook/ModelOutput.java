package org.deepdive.notebook;

import org.deepdive.analysis.ModelAnswer;
import org.deepdive.table.ModelTable;

/** A cleared model as an output: its finding, its groups before and after adjustment, and its coefficients. */
final class ModelOutput {

    private ModelOutput() {}

    static MimeBundle of(ModelAnswer answer) {
        return MimeBundle.html(
                Page.of(
                        Page.paragraph("dd-finding", answer.sentence()),
                        answer.table().html()),
                answer.table().text().stripTrailing());
    }

    static MimeBundle of(ModelTable table) {
        return MimeBundle.html(Page.of(table.html()), table.text().stripTrailing());
    }
}
