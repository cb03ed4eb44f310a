package org.turnpike.simulator.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.turnpike.simulator.http.Reply;

/** {@code {success, errors, messages, result}}, around every answer of the REST API. */
public final class Envelope {

  public static final int AUTHENTICATION_ERROR = 10000;

  private Envelope() {}

  public static Reply success(int status, Object result) {
    return reply(status, true, List.of(), result);
  }

  public static Reply failure(int status, int code, String message) {
    return reply(status, false, List.of(Map.of("code", code, "message", message)), null);
  }

  private static Reply reply(int status, boolean success, List<?> errors, Object result) {
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("result", result);
    envelope.put("success", success);
    envelope.put("errors", errors);
    envelope.put("messages", List.of());
    return Reply.json(status, envelope);
  }
}
