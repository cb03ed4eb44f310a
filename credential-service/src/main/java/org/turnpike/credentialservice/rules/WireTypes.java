package org.turnpike.credentialservice.rules;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.turnpike.shared.Replacement;
import org.turnpike.shared.Secret;

/**
 * Types of ours as text in JSON: instants in ISO-8601, secrets where a reply names one, and an
 * empty text where a value that need not be there is to be removed.
 */
final class WireTypes extends SimpleModule {
  private static final long serialVersionUID = 1L;

  WireTypes() {
    addSerializer(Instant.class, ToStringSerializer.instance);
    addDeserializer(Instant.class, new FromText<>(Instant.class, Instants::parse));
    addSerializer(Secret.class, new Revealing());
    addDeserializer(
        Secret.class,
        new FromText<>(
            Secret.class,
            text -> isSecret(text) ? Optional.of(Secret.of(text)) : Optional.empty()));
    addDeserializer(Replacement.class, new Replacing(null));
  }

  /** Most go into a header of a call to Cloudflare, where a line break would start another. */
  private static boolean isSecret(String text) {
    return !text.isBlank() && text.chars().noneMatch(Character::isISOControl);
  }

  private static final class FromText<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final transient Function<String, Optional<T>> reading;

    FromText(Class<T> type, Function<String, Optional<T>> reading) {
      super(type);
      this.reading = reading;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        return context.reportInputMismatch(handledType(), "not a text");
      }
      Optional<T> value = reading.apply(parser.getText());
      return value.isPresent()
          ? value.get()
          : context.reportInputMismatch(handledType(), "not such a text");
    }
  }

  private static final class Replacing extends StdDeserializer<Replacement<?>>
      implements ContextualDeserializer {
    private static final long serialVersionUID = 1L;

    Replacing(JavaType replacement) {
      super(replacement);
    }

    @Override
    public JsonDeserializer<?> createContextual(
        DeserializationContext context, BeanProperty property) {
      return new Replacing(context.getContextualType());
    }

    @Override
    public Replacement<?> deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return parser.currentToken() == JsonToken.VALUE_STRING && parser.getText().isEmpty()
          ? Replacement.byNothing()
          : Replacement.by(context.readValue(parser, getValueType().containedType(0)));
    }
  }

  private static final class Revealing extends StdScalarSerializer<Secret> {
    private static final long serialVersionUID = 1L;

    Revealing() {
      super(Secret.class);
    }

    @Override
    public void serialize(Secret secret, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(secret.reveal());
    }
  }
}
