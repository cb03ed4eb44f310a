package org.turnpike.systemtests.world;

import java.util.Map;

/** The first operator, whom a product is told of before its first start. */
public record Operator(Person person, String apiKey) {

  static Operator made(Secrets secrets) {
    return new Operator(
        new Person(
            "operator@turnpike.example",
            secrets.make("password of the operator", "operator-"),
            "operator"),
        secrets.make("API key of the operator", "tpk_"));
  }

  /** As environment variables. */
  public Map<String, String> settings() {
    return Map.of(
        "TURNPIKE_OPERATOR_EMAIL", person.email(),
        "TURNPIKE_OPERATOR_PASSWORD", person.password(),
        "TURNPIKE_OPERATOR_API_KEY", apiKey);
  }
}
