package org.turnpike.persistence;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.turnpike.notification.Facts;

/** Facts as a JSON object of strings and arrays of strings. */
@Converter(autoApply = true)
public class FactsConverter implements AttributeConverter<Facts, String> {
  // Held: Json itself looks through every jar for its implementation at each call.
  private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  @Override
  public String convertToDatabaseColumn(Facts facts) {
    JsonObjectBuilder object = BUILDERS.createObjectBuilder();
    facts
        .values()
        .forEach(
            (name, value) -> {
              if (value instanceof List<?> list) {
                object.add(name, BUILDERS.createArrayBuilder(list));
              } else {
                object.add(name, (String) value);
              }
            });
    return object.build().toString();
  }

  @Override
  public Facts convertToEntityAttribute(String column) {
    try (JsonReader reader = READERS.createReader(new StringReader(column))) {
      Map<String, Object> values = new LinkedHashMap<>();
      reader.readObject().forEach((name, value) -> values.put(name, fact(value)));
      return new Facts(values);
    }
  }

  private static Object fact(JsonValue value) {
    return value instanceof JsonArray array
        ? array.getValuesAs(JsonString::getString)
        : ((JsonString) value).getString();
  }
}
