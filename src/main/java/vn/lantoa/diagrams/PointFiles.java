package vn.lantoa.diagrams;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lantoa.diagrams.AdjustablePoint.What;
import vn.lantoa.diagrams.AdjustablePoint.Why;
import vn.lantoa.diagrams.TextEdits.Edit;
import vn.lantoa.engine.ModelFile;

/** The points of one file, and the file with some of them changed. */
final class PointFiles {

    private PointFiles() {}

    static String text(ModelFile file) {
        return new String(file.content(), StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException when the file cannot be read */
    static List<PointPlace> places(String name, String text) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "bpmn" -> DiagramPoints.of(name, text);
            case "dmn" -> TablePoints.of(name, text);
            default -> FormPoints.of(name, text);
        };
    }

    /** The file with these values, by the keys of their points; all else stays as it is written. */
    static String with(String name, String text, Map<String, String> values) {
        var edits = new ArrayList<Edit>();
        places(name, text).forEach(place -> {
            var typed = values.get(place.point().key());
            if (typed != null && !typed.equals(place.point().value())) {
                edits.addAll(place.write().apply(typed));
            }
        });
        return TextEdits.apply(text, edits);
    }

    /** The values of a file's points as they stand. */
    static Map<String, String> values(String name, String text) {
        var values = new LinkedHashMap<String, String>();
        places(name, text)
                .forEach(place -> values.put(place.point().key(), place.point().value()));
        return values;
    }

    /** What speaks against values together: a least that is more than its most. */
    static Map<String, Why> contradictions(String name, String text) {
        var wrong = new LinkedHashMap<String, Why>();
        var values = values(name, text);
        places(name, text).stream().map(PointPlace::point).forEach(point -> {
            var most = point.what() == What.LEAST ? What.MOST : point.what() == What.SHORTEST ? What.LONGEST : null;
            if (most != null) {
                var other = values.get(point.key().replace("#" + point.what(), "#" + most));
                if (other != null && number(point.value()) > number(other)) {
                    wrong.put(point.key(), Why.CONTRADICTION);
                }
            }
        });
        return wrong;
    }

    private static double number(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
