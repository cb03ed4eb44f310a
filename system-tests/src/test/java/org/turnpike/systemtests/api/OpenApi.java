package org.turnpike.systemtests.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.turnpike.systemtests.Web;
import org.turnpike.systemtests.world.World;

/** The API as the product itself describes it. */
record OpenApi(List<Operation> operations) {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  /**
   * One route.
   *
   * @param scope what a key needs for it; empty for nothing or for no key at all
   */
  record Operation(String method, String template, boolean readsBody, String scope) {
    /** The path with these values; a parameter without one gets an id that nothing has. */
    String path(Map<String, String> values) {
      return PARAMETER.matcher(template).replaceAll(match -> value(values, match));
    }

    boolean is(String route) {
      return toString().equals(route);
    }

    private static String value(Map<String, String> values, MatchResult parameter) {
      return values.getOrDefault(parameter.group(1), new UUID(0, 0).toString());
    }

    @Override
    public String toString() {
      return method + " " + template;
    }
  }

  static OpenApi of(World world) {
    try {
      JsonNode document = new ObjectMapper().readTree(Web.get(world.uri("/api/openapi")).body());
      List<Operation> operations = new ArrayList<>();
      document
          .get("paths")
          .properties()
          .forEach(
              path ->
                  path.getValue()
                      .properties()
                      .forEach(
                          method ->
                              operations.add(
                                  new Operation(
                                      method.getKey().toUpperCase(Locale.ROOT),
                                      path.getKey(),
                                      method.getValue().has("requestBody"),
                                      method.getValue().at("/security/0/apiKey/0").asText()))));
      return new OpenApi(List.copyOf(operations));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
