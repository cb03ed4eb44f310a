package org.turnpike.persistence;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.turnpike.credential.IceServer;
import org.turnpike.shared.Secret;

/** ICE servers as one encrypted text; within it, as RTCPeerConnection's JSON has them. */
final class SealedIceServers {
  // Held: Json itself looks through every jar for its implementation at each call.
  private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private SealedIceServers() {}

  static String seal(List<IceServer> iceServers) {
    return Encryption.atRest().encrypt(Secret.of(write(iceServers)));
  }

  static List<IceServer> open(String sealed) {
    return read(Encryption.atRest().decrypt(sealed).reveal());
  }

  private static String write(List<IceServer> iceServers) {
    JsonArrayBuilder array = BUILDERS.createArrayBuilder();
    for (IceServer server : iceServers) {
      JsonObjectBuilder object =
          BUILDERS.createObjectBuilder().add("urls", BUILDERS.createArrayBuilder(server.urls()));
      if (server.username() != null) {
        object.add("username", server.username()).add("credential", server.credential().reveal());
      }
      array.add(object);
    }
    return array.build().toString();
  }

  private static List<IceServer> read(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      JsonArray array = reader.readArray();
      return array.getValuesAs(JsonObject.class).stream().map(SealedIceServers::server).toList();
    }
  }

  private static IceServer server(JsonObject object) {
    String username = object.getString("username", null);
    return new IceServer(
        object.getJsonArray("urls").getValuesAs(JsonString::getString),
        username,
        username == null ? null : Secret.of(object.getString("credential")));
  }
}
