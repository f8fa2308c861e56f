package vn.lantoa.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.variable.serializer.AbstractTypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Keeps dates, decimals, lists and maps as short JSON, and refuses every other object: Java serialization never reaches the
 * database, and what somebody plants there is never deserialized.
 */
class PlainValueSerializer extends AbstractTypedValueSerializer<ObjectValue> {

    static final String FORMAT = "application/json";

    /** The engine keeps these in columns of their own. */
    private static final Set<Class<?>> PRIMITIVES =
            Set.of(String.class, Boolean.class, Short.class, Integer.class, Long.class, Double.class, Date.class);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .addModule(new SimpleModule().addSerializer(LocalDate.class, ToStringSerializer.instance))
            .build();

    private final String name;

    /** @param name the name under which values are kept; as {@code serializable} it takes the place of Java serialization */
    PlainValueSerializer(String name) {
        super(ValueType.OBJECT);
        this.name = name;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getSerializationDataformat() {
        return FORMAT;
    }

    @Override
    protected boolean canWriteValue(TypedValue value) {
        return value.getValue() != null && !PRIMITIVES.contains(value.getValue().getClass());
    }

    @Override
    public ObjectValue convertToTypedValue(UntypedValueImpl value) {
        return Variables.objectValue(value.getValue(), value.isTransient()).create();
    }

    @Override
    public void writeValue(ObjectValue value, ValueFields fields) {
        var plain = value.getValue();
        if (!PlainValues.plain(plain)) {
            throw new ProcessEngineException("not a plain value for variable " + fields.getName() + ": "
                    + plain.getClass().getName());
        }
        var text = text(plain);
        if (text.length() > PlainValues.LONGEST_TEXT) {
            throw new ProcessEngineException("too much for one variable: " + fields.getName());
        }
        fields.setTextValue(text);
        fields.setTextValue2(
                plain instanceof LocalDate
                        ? "date"
                        : plain instanceof BigDecimal ? "decimal" : plain instanceof BigInteger ? "integer" : "json");
    }

    private static String text(Object plain) {
        try {
            return plain instanceof LocalDate || plain instanceof Number
                    ? plain.toString()
                    : JSON.writeValueAsString(plain);
        } catch (JsonProcessingException e) {
            throw new ProcessEngineException(e);
        }
    }

    @Override
    public ObjectValue readValue(ValueFields fields, boolean deserialize, boolean asTransient) {
        return Variables.objectValue(plain(fields), asTransient).create();
    }

    private static Object plain(ValueFields fields) {
        var text = fields.getTextValue();
        if (text == null || fields.getTextValue2() == null || fields.getByteArrayValue() != null) {
            throw new ProcessEngineException("variable " + fields.getName() + " was not written by this application");
        }
        try {
            return switch (fields.getTextValue2()) {
                case "date" -> LocalDate.parse(text);
                case "decimal" -> new BigDecimal(text);
                case "integer" -> new BigInteger(text);
                default -> JSON.readValue(text, Object.class);
            };
        } catch (JsonProcessingException e) {
            throw new ProcessEngineException(e);
        }
    }
}
