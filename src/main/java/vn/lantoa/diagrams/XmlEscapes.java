package vn.lantoa.diagrams;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as it stands between tags and quotes. */
final class XmlEscapes {

    private static final Pattern ENTITY = Pattern.compile("&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|lt|gt|amp|quot|apos);");

    private XmlEscapes() {}

    static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** What escaped text means; an entity of one's own stays as it is written. */
    static String meantBy(String raw) {
        return ENTITY.matcher(raw).replaceAll(found -> Matcher.quoteReplacement(meant(found.group(1))));
    }

    private static String meant(String entity) {
        return switch (entity) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            case "apos" -> "'";
            default ->
                Character.toString(Math.min(
                        Character.MAX_CODE_POINT,
                        entity.startsWith("#x")
                                ? Integer.parseInt(entity.substring(2), 16)
                                : Integer.parseInt(entity.substring(1))));
        };
    }
}
