package org.deepdive.notebook;

import static org.apache.commons.text.StringEscapeUtils.escapeXml10;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.deepdive.analysis.OpenStudy;
import org.deepdive.study.Study;

/** An opened study as an output: what it is, what its numbers come from, and what can be asked. */
final class StudyOutput {

    private StudyOutput() {}

    static MimeBundle of(OpenStudy open) {
        Study study = open.study();
        Map<String, String> facts = facts(study);
        String html = "<div class=\"dd-scroll\"><table class=\"dd-table\"><caption>" + escapeXml10(study.title())
                + " <span class=\"dd-data\">" + escapeXml10(Page.label(open.label())) + "</span></caption><tbody>"
                + facts.entrySet().stream()
                        .map(f -> "\n<tr><th scope=\"row\">" + f.getKey() + "</th><td>" + escapeXml10(f.getValue())
                                + "</td></tr>")
                        .collect(Collectors.joining())
                + "</tbody></table></div>";
        String text = study.title() + "\n" + Page.label(open.label()) + "\n"
                + facts.entrySet().stream()
                        .map(f -> "\n" + f.getKey() + ": " + f.getValue())
                        .collect(Collectors.joining());
        return MimeBundle.html(Page.of(html), text);
    }

    private static Map<String, String> facts(Study study) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Population", study.population());
        facts.put("Publisher", study.provenance().publisher());
        study.waves()
                .map(v -> v.codes())
                .filter(codes -> !codes.isEmpty())
                .ifPresent(codes ->
                        facts.put("Waves", codes.size() + ", " + codes.get(0) + " to " + codes.get(codes.size() - 1)));
        facts.put("Measures", study.measures().size() + ", listed by .measures()");
        if (!study.codebook().variables().isEmpty()) {
            facts.put("Variables", study.codebook().variables().size() + ", listed by .variables()");
        }
        facts.put("Licence", study.provenance().licence());
        return facts;
    }
}
