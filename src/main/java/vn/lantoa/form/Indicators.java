package vn.lantoa.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The list of indicators that the server put into a <em>figures</em> component. */
final class Indicators {

    private final List<Indicator> all = new ArrayList<>();
    private final Map<String, Asked> byKey = new LinkedHashMap<>();

    Indicators(JsonNode component) {
        for (JsonNode indicator : component.path("indicators")) {
            add(indicator);
        }
    }

    List<Indicator> all() {
        return all;
    }

    /** The indicator or part of one that is answered under this key, null when nobody asks for it. */
    Asked asked(String key) {
        return byKey.get(key);
    }

    private void add(JsonNode json) {
        var code = json.path("code").asText();
        var parts = new ArrayList<String>();
        json.path("dimensions")
                .forEach(part -> parts.add(code + "." + part.path("code").asText()));
        var indicator = new Indicator(
                code,
                parts,
                json.path("integer").asBoolean(),
                json.path("required").asBoolean(),
                json.path("pending").asBoolean(),
                json.hasNonNull("derived"),
                number(json.get("max")));
        all.add(indicator);
        byKey.put(code, asked(indicator, json));
        json.path("dimensions")
                .forEach(part -> byKey.put(code + "." + part.path("code").asText(), asked(indicator, part)));
    }

    private static Asked asked(Indicator indicator, JsonNode json) {
        var reason = json.path("reasonFor");
        return new Asked(
                indicator,
                number(reason.get("dropOver")),
                number(reason.get("previous")),
                number(reason.get("jumpOver")),
                number(json.path("lastYear").get("value")),
                number(json.path("fromSubordinates").get("sum")),
                number(json.path("fromSubordinates").get("floor")));
    }

    private static BigDecimal number(JsonNode value) {
        return value == null || value.isNull() ? null : JsNumber.plain(value.decimalValue());
    }

    /** @param parts keys of its dimensions, empty when it has none */
    record Indicator(
            String code,
            List<String> parts,
            boolean integer,
            boolean required,
            boolean pending,
            boolean derived,
            BigDecimal max) {}

    /** What is answered under one key, with the values it is held against; any of them may be null. */
    record Asked(
            Indicator indicator,
            BigDecimal dropOver,
            BigDecimal previous,
            BigDecimal jumpOver,
            BigDecimal lastYear,
            BigDecimal below,
            BigDecimal floor) {}
}
