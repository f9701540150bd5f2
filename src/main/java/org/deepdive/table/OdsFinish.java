package org.deepdive.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Adds to a spreadsheet what the library that writes it cannot: percentages with all their digits, links between sheets, the
 * ranges of tables, title and language. Source: OASIS OpenDocument 1.2, parts 1 and 3.
 */
final class OdsFinish {

    private static final String OASIS = "urn:oasis:names:tc:opendocument:xmlns:";
    private static final String OFFICE = OASIS + "office:1.0";
    private static final String TABLE = OASIS + "table:1.0";
    private static final String TEXT = OASIS + "text:1.0";
    private static final String STYLE = OASIS + "style:1.0";
    private static final String NUMBER = OASIS + "datastyle:1.0";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final String SHARE_STYLE = "share";

    /** An early time that every program reads from an archive, and that takes no more room than another. */
    private static final LocalDateTime ANY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final String STYLES =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-styles xmlns:office=\""
                    + OFFICE + "\" xmlns:style=\"" + STYLE + "\" xmlns:fo=\"" + OASIS
                    + "xsl-fo-compatible:1.0\" office:version=\"1.2\"><office:styles><style:default-style"
                    + " style:family=\"table-cell\"><style:text-properties fo:font-size=\"12pt\" fo:language=\"en\""
                    + " fo:country=\"GB\"/></style:default-style></office:styles></office:document-styles>";

    private final String title;
    private final String description;
    private final List<OdsSheet> sheets;

    OdsFinish(String title, String description, List<OdsSheet> sheets) {
        this.title = title;
        this.description = description;
        this.sheets = sheets;
    }

    byte[] of(byte[] written) {
        try {
            Map<String, byte[]> files = files(written);
            Document content = parsed(files.get("content.xml"));
            finish(content);
            files.put("content.xml", text(content));
            files.put("styles.xml", STYLES.getBytes(StandardCharsets.UTF_8));
            files.put("meta.xml", meta());
            Document manifest = parsed(files.get("META-INF/manifest.xml"));
            listMeta(manifest);
            files.put("META-INF/manifest.xml", text(manifest));
            return archive(files);
        } catch (IOException e) {
            throw new UncheckedIOException("A spreadsheet in memory can always be read and written", e);
        }
    }

    private static Map<String, byte[]> files(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private void finish(Document content) {
        addShareStyle(content);
        NodeList tables = content.getElementsByTagNameNS(TABLE, "table");
        for (int i = 0; i < sheets.size(); i++) {
            finish((Element) tables.item(i), sheets.get(i));
        }
        Element body =
                (Element) content.getElementsByTagNameNS(OFFICE, "spreadsheet").item(0);
        Element ranges = child(body, TABLE, "table:database-ranges");
        for (OdsSheet sheet : sheets) {
            if (sheet.hasTable()) {
                Element range = child(ranges, TABLE, "table:database-range");
                range.setAttributeNS(TABLE, "table:name", "range_" + sheet.name());
                range.setAttributeNS(TABLE, "table:target-range-address", sheet.table());
                range.setAttributeNS(TABLE, "table:contains-header", "true");
            }
        }
    }

    private static void addShareStyle(Document content) {
        Element styles = (Element)
                content.getElementsByTagNameNS(OFFICE, "automatic-styles").item(0);
        Element percentage = child(styles, NUMBER, "number:percentage-style");
        percentage.setAttributeNS(STYLE, "style:name", "percentage");
        Element digits = child(percentage, NUMBER, "number:number");
        digits.setAttributeNS(NUMBER, "number:decimal-places", "1");
        digits.setAttributeNS(NUMBER, "number:min-integer-digits", "1");
        child(percentage, NUMBER, "number:text").setTextContent("%");
        Element cell = child(styles, STYLE, "style:style");
        cell.setAttributeNS(STYLE, "style:name", SHARE_STYLE);
        cell.setAttributeNS(STYLE, "style:family", "table-cell");
        cell.setAttributeNS(STYLE, "style:data-style-name", "percentage");
    }

    /** Rows and cells that repeat what stands before them are written once. */
    private static void finish(Element table, OdsSheet sheet) {
        NodeList rows = table.getElementsByTagNameNS(TABLE, "table-row");
        int row = 0;
        for (int i = 0; i < rows.getLength() && row < sheet.rows().size(); i++) {
            finish((Element) rows.item(i), sheet.rows().get(row));
            row += repeats((Element) rows.item(i), "number-rows-repeated");
        }
    }

    private static void finish(Element row, List<Object> cells) {
        int column = 0;
        for (Node cell = row.getFirstChild(); cell != null && column < cells.size(); cell = cell.getNextSibling()) {
            finish((Element) cell, cells.get(column));
            column += repeats((Element) cell, "number-columns-repeated");
        }
    }

    private static int repeats(Element element, String attribute) {
        String repeated = element.getAttributeNS(TABLE, attribute);
        return repeated.isEmpty() ? 1 : Integer.parseInt(repeated);
    }

    private static void finish(Element cell, Object content) {
        if (content instanceof OdsSheet.Share share) {
            cell.setAttributeNS(OFFICE, "office:value-type", "percentage");
            cell.setAttributeNS(TABLE, "table:style-name", SHARE_STYLE);
            paragraph(cell)
                    .setTextContent(BigDecimal.valueOf(share.value())
                                    .movePointRight(2)
                                    .setScale(1, RoundingMode.HALF_UP)
                                    .toPlainString()
                            + "%");
        } else if (content instanceof OdsSheet.Link link) {
            Element paragraph = paragraph(cell);
            paragraph.setTextContent("");
            Element anchor = child(paragraph, TEXT, "text:a");
            anchor.setAttributeNS(XLINK, "xlink:href", "#" + link.sheet() + ".A1");
            anchor.setAttributeNS(XLINK, "xlink:type", "simple");
            anchor.setTextContent(link.text());
        }
    }

    private static Element paragraph(Element cell) {
        return (Element) cell.getElementsByTagNameNS(TEXT, "p").item(0);
    }

    private static Element child(Element parent, String namespace, String name) {
        Element child = parent.getOwnerDocument().createElementNS(namespace, name);
        parent.appendChild(child);
        return child;
    }

    private byte[] meta() throws IOException {
        String dc = "http://purl.org/dc/elements/1.1/";
        Document document = empty();
        Element root = document.createElementNS(OFFICE, "office:document-meta");
        root.setAttributeNS(OFFICE, "office:version", "1.2");
        document.appendChild(root);
        Element meta = child(root, OFFICE, "office:meta");
        child(meta, OASIS + "meta:1.0", "meta:generator").setTextContent("Deepdive");
        child(meta, dc, "dc:title").setTextContent(title);
        child(meta, dc, "dc:description").setTextContent(description);
        child(meta, dc, "dc:language").setTextContent("en-GB");
        return text(document);
    }

    private static void listMeta(Document manifest) {
        String namespace = OASIS + "manifest:1.0";
        Element entry = child(manifest.getDocumentElement(), namespace, "manifest:file-entry");
        entry.setAttributeNS(namespace, "manifest:full-path", "meta.xml");
        entry.setAttributeNS(namespace, "manifest:media-type", "text/xml");
    }

    private static Document empty() {
        try {
            return factory().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Every Java reads XML", e);
        }
    }

    private static Document parsed(byte[] xml) throws IOException {
        try {
            return factory().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("The spreadsheet that was written is not XML", e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory;
    }

    private static byte[] text(Document document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            TransformerFactory factory = TransformerFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.newTransformer().transform(new DOMSource(document), new StreamResult(bytes));
        } catch (TransformerException e) {
            throw new IllegalStateException("Every Java writes XML", e);
        }
        return bytes.toByteArray();
    }

    /** The media type comes first and is not compressed, so that programs know the file by its first bytes. */
    private static byte[] archive(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            byte[] type = files.remove("mimetype");
            ZipEntry first = new ZipEntry("mimetype");
            CRC32 crc = new CRC32();
            crc.update(type);
            first.setMethod(ZipEntry.STORED);
            first.setSize(type.length);
            first.setCrc(crc.getValue());
            add(zip, first, type);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                add(zip, new ZipEntry(file.getKey()), file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, ZipEntry entry, byte[] content) throws IOException {
        entry.setTimeLocal(ANY_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
