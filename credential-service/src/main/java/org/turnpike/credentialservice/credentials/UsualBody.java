package org.turnpike.credentialservice.credentials;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The body that most callers send, an identifier and perhaps a life, read in one pass; {@code Json}
 * reads whatever is unusual and says what is wrong with it.
 */
final class UsualBody {
  private static final JsonFactory FACTORY = new JsonFactory();

  private UsualBody() {}

  /** Null for a body that is not the usual one. */
  static IceServersRequest read(byte[] body) {
    try (JsonParser json = FACTORY.createParser(new String(body, StandardCharsets.UTF_8))) {
      return read(json);
    } catch (IOException unusual) {
      return null;
    }
  }

  private static IceServersRequest read(JsonParser json) throws IOException {
    Integer ttl = null;
    String identifier = null;
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return null;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      if (field.equals("customIdentifier")
          && value == JsonToken.VALUE_STRING
          && identifier == null) {
        identifier = json.getText();
      } else if (field.equals("ttl") && value == JsonToken.VALUE_NUMBER_INT && ttl == null) {
        ttl = json.getIntValue();
      } else {
        return null;
      }
    }
    boolean whole = json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null;
    return whole && (identifier == null || isPlain(identifier))
        ? new IceServersRequest(ttl, identifier, null, null, null)
        : null;
  }

  /** Neither NUL nor surrogates, nor what stands for bytes that are no UTF-8. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || c >= Character.MIN_SURROGATE) {
        return false;
      }
    }
    return true;
  }
}
