package vn.lantoa.diagrams;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.lantoa.diagrams.AdjustablePoint.What;
import vn.lantoa.diagrams.TextEdits.Edit;

/** The adjustable points of a form: labels of its fields, whether they must be filled in, and their limits. */
final class FormPoints {

    private static final Set<String> FILLED_IN = Set.of(
            "textfield", "textarea", "number", "datetime", "select", "radio", "checkbox", "checklist", "taglist");

    private static final Map<String, What> LIMITS =
            Map.of("min", What.LEAST, "max", What.MOST, "minLength", What.SHORTEST, "maxLength", What.LONGEST);

    private final String file;
    private final String text;
    private final List<PointPlace> places = new ArrayList<>();

    private FormPoints(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** A value in the text from one position to another; members only of an object. */
    private record Piece(
            int from, int to, String value, Map<String, Piece> members, Map<String, Integer> keys, List<Piece> items) {

        Optional<Piece> member(String name) {
            return Optional.ofNullable(members.get(name));
        }

        String text(String name) {
            return member(name).map(Piece::value).orElse("");
        }
    }

    /** @throws IllegalArgumentException when the text is no JSON */
    static List<PointPlace> of(String file, String text) {
        var points = new FormPoints(file, text);
        try (var parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            points.fields(points.read(parser));
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return points.places;
    }

    private Piece read(JsonParser parser) throws IOException {
        var from = (int) parser.currentTokenLocation().getCharOffset();
        var members = new LinkedHashMap<String, Piece>();
        var keys = new LinkedHashMap<String, Integer>();
        var items = new ArrayList<Piece>();
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                keys.put(name, (int) parser.currentTokenLocation().getCharOffset());
                parser.nextToken();
                members.put(name, read(parser));
            }
            return new Piece(from, end(parser) + 1, "", members, keys, items);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(read(parser));
            }
            return new Piece(from, end(parser) + 1, "", members, keys, items);
        }
        var value = parser.getText();
        var to = parser.currentToken() == JsonToken.VALUE_STRING ? quoted(from) : from + value.length();
        return new Piece(from, to, value, members, keys, items);
    }

    private static int end(JsonParser parser) {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    /** Where a string that begins here ends, past its closing quote. */
    private int quoted(int from) {
        var at = from + 1;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private void fields(Piece piece) {
        piece.member("components").ifPresent(components -> components.items().forEach(component -> {
            if (!component.text("key").isEmpty() && FILLED_IN.contains(component.text("type"))) {
                field(component);
            }
            fields(component);
        }));
    }

    private void field(Piece field) {
        var label = field.member("label").or(() -> field.member("dateLabel"));
        var title = label.map(Piece::value).orElse(field.text("key"));
        label.ifPresent(there -> place(
                field,
                title,
                What.LABEL,
                there.value(),
                typed -> List.of(new Edit(there.from(), there.to(), "\"" + escaped(typed) + "\""))));
        var validate = field.member("validate");
        var required = validate.flatMap(found -> found.member("required"));
        places.add(new PointPlace(
                AdjustablePoint.of(
                        file,
                        place(field),
                        What.REQUIRED,
                        "",
                        AdjustablePoint.yesOrNo(
                                required.map(Piece::value).orElse("").equals("true")),
                        List.of(AdjustablePoint.YES, AdjustablePoint.NO)),
                title,
                typed -> required(field, validate, required, typed.equals(AdjustablePoint.YES))));
        validate.ifPresent(found -> found.members().forEach((name, there) -> {
            if (LIMITS.containsKey(name)) {
                place(
                        field,
                        title,
                        LIMITS.get(name),
                        there.value(),
                        typed -> List.of(new Edit(there.from(), there.to(), typed)));
            }
        }));
    }

    private List<Edit> required(Piece field, Optional<Piece> validate, Optional<Piece> required, boolean yes) {
        if (required.isPresent()) {
            return List.of(new Edit(required.get().from(), required.get().to(), String.valueOf(yes)));
        }
        if (!yes) {
            return List.of();
        }
        if (validate.isPresent()) {
            var in = validate.get().from() + 1;
            var first = validate.get().keys().values().stream().findFirst();
            return List.of(new Edit(
                    in,
                    in,
                    first.map(key -> TextEdits.blank(text, key) + "\"required\": true,")
                            .orElse("\"required\": true")));
        }
        var blank = TextEdits.blank(text, field.keys().get("key"));
        var behind = field.member("key").orElseThrow().to();
        var deeper = blank.contains("\n") ? blank + "  " : blank;
        return List.of(new Edit(
                behind, behind, "," + blank + "\"validate\": {" + deeper + "\"required\": true" + blank + "}"));
    }

    private void place(Piece field, String title, What what, String value, Function<String, List<Edit>> write) {
        places.add(new PointPlace(AdjustablePoint.of(file, place(field), what, "", value), title, write));
    }

    /** Its id; a field of a form drawn elsewhere may have its key alone. */
    private static String place(Piece field) {
        return field.text("id").isEmpty() ? field.text("key") : field.text("id");
    }

    private static String escaped(String value) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(value));
    }
}
