package org.deepdive.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deepdive.analysis.DeepDive;
import org.deepdive.analysis.EngagementSearch;
import org.deepdive.analysis.Exhibit;
import org.deepdive.analysis.PerformanceReport;
import org.deepdive.analysis.Score;
import org.deepdive.analysis.Section;
import org.deepdive.published.PublishedFigure;
import org.deepdive.study.CsvText;
import org.deepdive.study.DataLabel;

/** What the pages of the deep-dives show, for programs: a whole one as JSON, its parts as CSV. */
final class PageFiles {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Site site;

    PageFiles(Site site) {
        this.site = site;
    }

    static List<Route> routes(Site site) {
        PageFiles files = new PageFiles(site);
        ApiStudies studies = new ApiStudies(site);
        return List.of(
                Route.get("/deepdives/performance.csv", "The plan's performance, as CSV", files::performanceCsv)
                        .answers(Route.CSV)
                        .example("/deepdives/performance.csv"),
                Route.get("/deepdives/performance.json", "The plan's performance, as JSON", files::performanceJson)
                        .answers(Route.JSON, "Scores")
                        .example("/deepdives/performance.json"),
                Route.get("/deepdives/engagement.json", "What groups said, as JSON", files::engagementJson)
                        .answers(Route.JSON, "Statements")
                        .example("/deepdives/engagement.json"),
                Route.get("/deepdives/{slug}.json", "A deep-dive with its numbers, as JSON", files::deepDiveJson)
                        .answers(Route.JSON, "DeepDive")
                        .example("/deepdives/students.json"),
                Route.get("/deepdives/{slug}.csv", "The exhibits of a deep-dive, as CSV", files::deepDiveCsv)
                        .answers(Route.CSV)
                        .example("/deepdives/students.csv"),
                Route.get(
                                "/studies/{slug}.json",
                                "The questions of a study, as JSON",
                                ctx -> studies.codebook(ctx, "json"))
                        .answers(Route.JSON, "Codebook")
                        .example("/studies/pcss.json"),
                Route.get(
                                "/studies/{slug}.csv",
                                "The questions of a study, as CSV",
                                ctx -> studies.codebook(ctx, "csv"))
                        .answers(Route.CSV)
                        .example("/studies/pcss.csv"));
    }

    private void deepDiveJson(Context ctx) {
        Parameters.only(ctx);
        DeepDive dive = site.deepDives().deepDive(ctx.pathParam("slug"));
        ObjectNode root = MAPPER.createObjectNode()
                .put("slug", dive.slug())
                .put("title", dive.title())
                .put("standfirst", dive.standfirst())
                .put("url", "/deepdives/" + dive.slug());
        ArrayNode labels = root.putArray("data");
        dive.labels().stream().sorted().forEach(label -> ApiStudies.label(labels.addObject(), label));
        ArrayNode notes = root.putArray("notes");
        dive.notes().forEach(notes::add);
        ArrayNode sections = root.putArray("sections");
        dive.sections().forEach(section -> section(sections.addObject(), dive, section));
        Responses.json(ctx, dive.slug(), root.toString());
    }

    private static void section(ObjectNode node, DeepDive dive, Section section) {
        node.put("id", section.id()).put("headline", section.headline());
        ArrayNode paragraphs = node.putArray("paragraphs");
        section.paragraphs().forEach(paragraphs::add);
        ArrayNode exhibits = node.putArray("exhibits");
        for (int i = 0; i < section.exhibits().size(); i++) {
            Exhibit exhibit = section.exhibits().get(i);
            ObjectNode shown = exhibits.addObject()
                    .put("title", exhibit.title())
                    .put("subtitle", exhibit.subtitle())
                    .put("query", exhibit.doors().text())
                    .put("csv_url", csv(dive, section, i));
            exhibit.doors().path().ifPresent(path -> shown.put("page_url", path));
            shown.set("numbers", tree(exhibit.json()));
        }
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was written as JSON can be read", e);
        }
    }

    private static String csv(DeepDive dive, Section section, int exhibit) {
        return "/deepdives/" + dive.slug() + "/" + section.id() + "-" + (exhibit + 1) + ".csv";
    }

    private void deepDiveCsv(Context ctx) {
        Parameters.only(ctx);
        DeepDive dive = site.deepDives().deepDive(ctx.pathParam("slug"));
        List<List<String>> rows = new ArrayList<>();
        for (Section section : dive.sections()) {
            for (int i = 0; i < section.exhibits().size(); i++) {
                Exhibit exhibit = section.exhibits().get(i);
                rows.add(List.of(
                        section.id(),
                        section.headline(),
                        exhibit.title(),
                        exhibit.subtitle(),
                        exhibit.doors().text(),
                        site.address() + csv(dive, section, i),
                        String.join(
                                        " ",
                                        exhibit.labels().stream()
                                                .sorted()
                                                .map(Enum::name)
                                                .toList())
                                .toLowerCase(Locale.ROOT)));
            }
        }
        List<String> header = List.of("section", "headline", "exhibit", "subtitle", "query", "csv", "data");
        Responses.csv(ctx, dive.slug(), CsvText.of(header, rows));
    }

    private void performanceCsv(Context ctx) {
        Parameters.only(ctx);
        Responses.csv(ctx, "performance", performance());
    }

    private void performanceJson(Context ctx) {
        Parameters.only(ctx);
        Responses.json(ctx, "performance", rows("scores", performance()));
    }

    private String performance() {
        List<List<String>> rows = new ArrayList<>();
        for (PerformanceReport.Priority priority : site.performance().report().priorities()) {
            for (Score score : priority.scores()) {
                rows.add(List.of(
                        String.valueOf(priority.number()),
                        score.indicator().name(),
                        score.verdict().text(),
                        score.indicator().earlier().map(PageFiles::printed).orElse(""),
                        score.indicator().earlier().map(PublishedFigure::period).orElse(""),
                        score.indicator().latest().map(PageFiles::printed).orElse(""),
                        score.indicator().latest().map(PublishedFigure::period).orElse(""),
                        score.change(),
                        score.relative(),
                        "published"));
            }
        }
        return CsvText.of(
                List.of(
                        "priority",
                        "indicator",
                        "verdict",
                        "earlier",
                        "earlier_period",
                        "latest",
                        "latest_period",
                        "change",
                        "relative",
                        "data"),
                rows);
    }

    private static String printed(PublishedFigure figure) {
        return figure.printed().map(printed -> printed.text()).orElse("");
    }

    private void engagementJson(Context ctx) {
        EngagementSearch search = site.engagement().search(ctx);
        Responses.json(
                ctx, "engagement", rows("statements", site.engagement().report().csv(search)));
    }

    /** The rows of a CSV as objects, beside the label of published data. */
    private static String rows(String name, String csv) {
        ObjectNode root = MAPPER.createObjectNode();
        ApiStudies.label(root.putArray("data").addObject(), DataLabel.PUBLISHED);
        ArrayNode rows = root.putArray(name);
        CsvReader.builder().ofNamedCsvRecord(csv).forEach(row -> {
            ObjectNode node = rows.addObject();
            row.getFieldsAsMap().forEach(node::put);
        });
        return root.toString();
    }
}
