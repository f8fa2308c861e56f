package vn.lantoa.diagrams;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.lantoa.diagrams.AdjustablePoint.What;
import vn.lantoa.diagrams.TextEdits.Edit;

/**
 * The adjustable points of a rule table: numbers of its cells, and words for people. A text without a blank that is all ASCII is a code which
 * the process asks for by name: that is not changed here.
 */
final class TablePoints {

    private static final String A_NUMBER = "-?[0-9]+(?:\\.[0-9]+)?";
    private static final Pattern COMPARED =
            Pattern.compile("\\s*(?:&lt;=|&gt;=|&lt;|&gt;|>=|>)?\\s*(" + A_NUMBER + ")\\s*");
    private static final Pattern RANGE =
            Pattern.compile("\\s*[\\[\\](]\\s*(" + A_NUMBER + ")\\s*\\.\\.\\s*(" + A_NUMBER + ")\\s*[\\[\\])]\\s*");
    private static final Pattern WORDS = Pattern.compile("\\s*(?:\"|&quot;)([^\"\\\\]*?)(?:\"|&quot;)\\s*");

    private TablePoints() {}

    /** @throws IllegalArgumentException when the text is no XML */
    static List<PointPlace> of(String file, String text) {
        var places = new ArrayList<PointPlace>();
        PositionedXml.read(text)
                .all()
                .filter(node -> node.name().equals("decisionTable"))
                .forEach(table -> table(file, table, places));
        return places;
    }

    private static void table(String file, XmlNode table, List<PointPlace> places) {
        var inputs = children(table, "input");
        var outputs = children(table, "output");
        for (var rule : children(table, "rule")) {
            cells(file, rule, children(rule, "inputEntry"), inputs, places);
            cells(file, rule, children(rule, "outputEntry"), outputs, places);
        }
    }

    private static void cells(
            String file, XmlNode rule, List<XmlNode> entries, List<XmlNode> columns, List<PointPlace> places) {
        for (var i = 0; i < Math.min(entries.size(), columns.size()); i++) {
            var entry = entries.get(i);
            var column = columns.get(i);
            var heading = column.value("label").isEmpty() ? column.value("name") : column.value("label");
            if (!entry.value("id").isEmpty()) {
                entry.child("text").ifPresent(cell -> cell(file, rule, entry, heading, cell, places));
            }
        }
    }

    private static void cell(
            String file, XmlNode rule, XmlNode entry, String heading, XmlNode cell, List<PointPlace> places) {
        var raw = cell.plain().orElse("");
        var compared = COMPARED.matcher(raw);
        var range = RANGE.matcher(raw);
        var words = WORDS.matcher(raw);
        if (compared.matches()) {
            number(file, rule, entry, heading, cell, compared.start(1), compared.end(1), places);
        } else if (range.matches()) {
            number(file, rule, entry, heading + " (từ)", cell, range.start(1), range.end(1), places);
            number(file, rule, entry, heading + " (đến)", cell, range.start(2), range.end(2), places);
        } else if (entry.name().equals("outputEntry")
                && words.matches()
                && words.group(1).matches("(?s).*[\\s\\P{ASCII}].*")) {
            put(file, rule, entry, What.TEXT, heading, cell, words.start(1), words.end(1), places);
        }
    }

    private static void number(
            String file,
            XmlNode rule,
            XmlNode entry,
            String heading,
            XmlNode cell,
            int from,
            int to,
            List<PointPlace> places) {
        put(file, rule, entry, What.NUMBER, heading, cell, from, to, places);
    }

    private static void put(
            String file,
            XmlNode rule,
            XmlNode entry,
            What what,
            String heading,
            XmlNode cell,
            int from,
            int to,
            List<PointPlace> places) {
        var start = cell.contentStart + from;
        var end = cell.contentStart + to;
        var title = rule.child("description").map(XmlNode::text).orElse(rule.value("id"));
        places.add(new PointPlace(
                AdjustablePoint.of(
                        file,
                        entry.value("id"),
                        what,
                        heading,
                        XmlEscapes.meantBy(cell.plain().orElse("").substring(from, to))),
                title,
                typed -> List.of(new Edit(start, end, XmlEscapes.escaped(typed)))));
    }

    private static List<XmlNode> children(XmlNode node, String name) {
        return node.children.stream().filter(child -> child.name().equals(name)).toList();
    }
}
