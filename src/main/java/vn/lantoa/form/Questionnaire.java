package vn.lantoa.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A form ready to be filled in: the schema with its dated content expanded, and what is known already.
 *
 * @param schema a Camunda Form with every anchor component expanded
 * @param data values to start from, by key
 */
public record Questionnaire(JsonNode schema, Map<String, Object> data) {}
