package org.turnpike.credentialservice.rules;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Rejected.Reason;

/**
 * JSON as this API reads and writes it. Reading is strict: UTF-8, one value, no key twice, no
 * unknown field, no value of one type taken for another.
 */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfigDefaults(
              any -> any.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .addModule(new WireTypes())
          .build();

  private Json() {}

  /** Throws {@link Rejected}: malformed what is no JSON, invalid what does not fit the type. */
  public static <T> T read(byte[] body, Class<T> type) {
    JsonNode tree = parse(decode(body));
    TextRules.check(tree);
    try {
      T value = MAPPER.treeToValue(tree, type);
      if (value == null) {
        throw new Rejected(Reason.INVALID, "The body must be a JSON object.");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw Misfit.rejected(e);
    }
  }

  public static String text(Object value) {
    return new String(write(value), StandardCharsets.UTF_8);
  }

  public static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String decode(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new Rejected(Reason.MALFORMED, "The body is not UTF-8.");
    }
  }

  private static JsonNode parse(String text) {
    try (JsonParser parser = MAPPER.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new Rejected(Reason.MALFORMED, "The body is empty: send a JSON object.");
      }
      JsonNode tree = MAPPER.readTree(parser);
      if (parser.nextToken() != null) {
        throw new Rejected(Reason.MALFORMED, "The body holds more than one JSON value.");
      }
      return tree;
    } catch (JsonProcessingException e) {
      throw new Rejected(Reason.MALFORMED, "The body is not JSON" + Misfit.place(e) + ".");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
