package org.turnpike.cloudflare;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.turnpike.shared.Unavailable;

/** A value in a reply: whatever is absent, null or of another type than asked for is empty. */
final class UntrustedJson {
  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
  private static final int MOST_DIGITS = 40;
  private static final UntrustedJson ABSENT = new UntrustedJson(JsonValue.NULL);

  private final JsonValue value;

  private UntrustedJson(JsonValue value) {
    this.value = value;
  }

  /** Throws {@code Unavailable} unless it is one whole JSON text. */
  static UntrustedJson parse(String text) {
    try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
      parser.next();
      UntrustedJson json = new UntrustedJson(parser.getValue());
      if (parser.hasNext()) {
        throw Reply.implausible("more than one JSON text");
      }
      return json;
    } catch (Unavailable e) {
      throw e;
    } catch (RuntimeException e) {
      // Parsers throw more than JsonException (for too deep a nesting, say), and quote the text.
      throw Reply.implausible("no JSON");
    }
  }

  boolean isAbsent() {
    return value.getValueType() == JsonValue.ValueType.NULL;
  }

  UntrustedJson field(String name) {
    return value instanceof JsonObject object && object.containsKey(name)
        ? new UntrustedJson(object.get(name))
        : ABSENT;
  }

  /** Steps down through objects. */
  UntrustedJson path(String... names) {
    UntrustedJson reached = this;
    for (String name : names) {
      reached = reached.field(name);
    }
    return reached;
  }

  Optional<List<UntrustedJson>> items() {
    return value instanceof JsonArray array
        ? Optional.of(array.stream().map(UntrustedJson::new).toList())
        : Optional.empty();
  }

  boolean isObject() {
    return value instanceof JsonObject;
  }

  boolean isTrue() {
    return value.getValueType() == JsonValue.ValueType.TRUE;
  }

  boolean isFalse() {
    return value.getValueType() == JsonValue.ValueType.FALSE;
  }

  /** Never blank. */
  Optional<String> text() {
    return string().filter(string -> !string.isBlank());
  }

  /** To the letter, which may be none at all. */
  Optional<String> string() {
    return value instanceof JsonString string ? Optional.of(string.getString()) : Optional.empty();
  }

  /** Empty for what is too large or too long to be a measure of anything. */
  Optional<BigDecimal> decimal() {
    try {
      return value instanceof JsonNumber number
          ? Optional.of(number.bigDecimalValue()).filter(UntrustedJson::isOfSomeSize)
          : Optional.empty();
    } catch (NumberFormatException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  private static boolean isOfSomeSize(BigDecimal number) {
    return number.scale() <= MOST_DIGITS
        && (long) number.precision() - number.scale() <= MOST_DIGITS;
  }

  /** Exact: empty for a fraction, and for what a long cannot hold. */
  OptionalLong whole() {
    try {
      return value instanceof JsonNumber number
          ? OptionalLong.of(number.bigDecimalValue().longValueExact())
          : OptionalLong.empty();
    } catch (ArithmeticException | NumberFormatException | UnsupportedOperationException e) {
      // The latter two where a parser reads a number's digits only now, and finds too many.
      return OptionalLong.empty();
    }
  }
}
