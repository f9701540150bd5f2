package org.deepdive.notebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepdive.analysis.AuditReport;
import org.deepdive.analysis.OpenStudy;

/** A value of each kind that one could end a cell on, by what it is. */
final class EveryKind {

    private EveryKind() {}

    /** Results that are shown as HTML with a text beside it; those whose name ends in plot as a picture too. */
    static Map<String, Object> of(OpenStudy study) {
        Map<String, Object> kinds = new LinkedHashMap<>();
        kinds.put("study", study);
        kinds.put("answer", study.measure("agree").by("area").estimate());
        kinds.put("plot", study.measure("agree").by("area").estimate().plot());
        kinds.put("scale plot", study.measure("answers").by("area").estimate().plot());
        kinds.put("table", study.measure("agree").by("area").estimate().table());
        kinds.put("estimates", study.measure("agree").by("area").estimate().raw());
        kinds.put("tablesaw table", study.measures());
        kinds.put(
                "difference",
                study.measure("agree")
                        .where("area", "big")
                        .minus(study.measure("agree").where("area", "middle")));
        kinds.put("differences", study.measure("agree").by("area").differences());
        kinds.put("screen", study.measure("agree").gaps());
        kinds.put("association", study.measure("answers").by("area").association());
        kinds.put("ledger", study.reproduce("paper"));
        kinds.put("reproductions", study.reproductions());
        kinds.put("reasons", study.reproduce("paper").reasons());
        kinds.put("audit", new AuditReport(List.of()));
        kinds.put("description", study.describe());
        kinds.put("variable", study.variable("area"));
        kinds.put("search", study.search("a"));
        kinds.put(
                "several plots",
                List.of(study.measure("agree").by("area").estimate().plot()));
        kinds.put("list", List.of("one", "two"));
        return kinds;
    }
}
