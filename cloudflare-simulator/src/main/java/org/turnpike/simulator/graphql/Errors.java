package org.turnpike.simulator.graphql;

import graphql.GraphQLError;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Errors as Cloudflare words them: {@code {message, path, extensions: {code, timestamp}}}. */
final class Errors {

  private Errors() {}

  static Map<String, Object> body(List<Map<String, Object>> errors) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("data", null);
    body.put("errors", errors);
    return body;
  }

  static Map<String, Object> error(String message, String code, Instant now) {
    return error(message, null, code, now);
  }

  static Map<String, Object> error(GraphQLError error, Instant now) {
    Object code = error.getExtensions() == null ? null : error.getExtensions().get("code");
    List<String> path =
        error.getPath() == null ? null : error.getPath().stream().map(String::valueOf).toList();
    return error(message(error), path, code == null ? "parse" : code.toString(), now);
  }

  private static Map<String, Object> error(
      String message, List<String> path, String code, Instant now) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("message", message);
    result.put("path", path);
    result.put("extensions", Map.of("code", code, "timestamp", now.toString()));
    return result;
  }

  private static String message(GraphQLError error) {
    if (error instanceof ValidationError invalid) {
      List<String> path = invalid.getQueryPath();
      String field = path == null || path.isEmpty() ? "" : path.get(path.size() - 1);
      if (invalid.getValidationErrorType() == ValidationErrorType.FieldUndefined) {
        return "unknown field \"" + field + "\"";
      }
      if (invalid.getValidationErrorType() == ValidationErrorType.SubselectionRequired) {
        return "object field must have selections";
      }
      return "error parsing args for \"" + field + "\": " + error.getMessage();
    }
    return error.getMessage();
  }
}
