package org.turnpike.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/**
 * What somebody got who asked for a credential.
 *
 * @param status 0 when nobody answered
 * @param reply null when it was no credential
 * @param retryAfter seconds; 0 for not told
 */
record Asked(
    String identifier, Instant at, Duration took, int status, JsonNode reply, int retryAfter) {
  boolean got() {
    return status == 201;
  }

  boolean within(Instant from, Instant until) {
    return !at.isBefore(from) && at.plus(took).isBefore(until);
  }

  String source() {
    return reply.get("source").asText();
  }

  String grant() {
    return reply.get("grantId").asText();
  }

  String username() {
    return reply.get("iceServers").findValue("username").asText();
  }

  @Override
  public String toString() {
    return status + " to " + identifier + " at " + at + " after " + took;
  }
}
