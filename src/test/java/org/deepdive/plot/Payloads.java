package org.deepdive.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.deepdive.table.ResultTable;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Everything that a chart and its table can be written as, and strict readers of it. */
final class Payloads {

    private Payloads() {}

    static Map<String, String> of(Plot plot) {
        ResultTable table = ResultTable.of(plot.cleared());
        Map<String, String> payloads = new LinkedHashMap<>();
        payloads.put("svg", plot.svg());
        payloads.put("narrow svg", plot.svg(Plot.NARROW));
        payloads.put("plotly", plot.json());
        payloads.put("narrow plotly", plot.json(Plot.NARROW));
        payloads.put("figure", plot.figure().asJavascript("here"));
        payloads.put("html", plot.html());
        payloads.put("alt text", plot.altText());
        payloads.put("caption", plot.caption());
        payloads.put("table html", table.html());
        payloads.put("table text", table.text());
        payloads.put("csv", table.csv());
        payloads.put("json", table.json());
        payloads.put("tablesaw", table.tablesaw().printAll());
        return payloads;
    }

    /** Parses XML with document types and outside entities refused. */
    static Document xml(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        } catch (Exception e) {
            throw new AssertionError("The SVG is not well-formed XML: " + e.getMessage(), e);
        }
    }

    /** The texts of all {@code text} elements of an SVG, the lines of each joined with spaces. */
    static List<String> texts(String svg) {
        List<String> texts = new ArrayList<>();
        var found = xml(svg).getElementsByTagName("text");
        for (int i = 0; i < found.getLength(); i++) {
            List<String> lines = new ArrayList<>();
            var children = found.item(i).getChildNodes();
            for (int j = 0; j < children.getLength(); j++) {
                Node child = children.item(j);
                if (!child.getTextContent().isBlank()) {
                    lines.add(child.getTextContent());
                }
            }
            texts.add(String.join(" ", lines));
        }
        return texts;
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (Exception e) {
            throw new AssertionError("Not JSON: " + e.getMessage(), e);
        }
    }
}
