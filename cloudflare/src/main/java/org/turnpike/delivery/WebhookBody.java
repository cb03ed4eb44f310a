package org.turnpike.delivery;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import org.turnpike.notification.Alert;
import org.turnpike.notification.Facts;
import org.turnpike.notification.Notification;

/** A notification as JSON; the same at each try. */
final class WebhookBody {
  // Held: Json itself looks through every jar for its implementation at each call.
  private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

  private WebhookBody() {}

  static String of(Notification notification) {
    Alert alert = notification.alert();
    return BUILDERS
        .createObjectBuilder()
        .add("id", notification.id().toString())
        .add("type", alert.type())
        .add("time", notification.createdAt().toString())
        .add("subject", alert.subject())
        .add("text", alert.text())
        .add("data", data(alert.facts()))
        .build()
        .toString();
  }

  private static JsonObjectBuilder data(Facts facts) {
    JsonObjectBuilder data = BUILDERS.createObjectBuilder();
    facts
        .values()
        .forEach(
            (name, value) -> {
              if (value instanceof List<?> list) {
                data.add(name, BUILDERS.createArrayBuilder(list));
              } else {
                data.add(name, (String) value);
              }
            });
    return data;
  }
}
