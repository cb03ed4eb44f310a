package org.turnpike.credentialservice.rules;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What a creating call is answered.
 *
 * @param id of what was created; null for nothing
 * @param location its address; null for none
 * @param json the body
 * @param holdsSecret whether the body shows what is shown once
 */
public record Answer(int status, String id, String location, String json, boolean holdsSecret) {
  /** Created under an address below the one the call went to. */
  public static Answer created(HttpServletRequest request, UUID id, Record reply) {
    return new Answer(
        201, id.toString(), request.getRequestURI() + "/" + id, Json.text(reply), false);
  }

  /** Created, with no address of its own to be looked at. */
  public static Answer created(UUID id, Record reply) {
    return created(id, Json.text(reply));
  }

  /** The same, where the JSON is there already. */
  public static Answer created(UUID id, String json) {
    return new Answer(201, id.toString(), null, json, false);
  }

  /** Answered as a creation is, with nothing created. */
  public static Answer withoutId(String json) {
    return new Answer(201, null, null, json, false);
  }

  /** Whether a repetition of the call may well be answered better. */
  boolean createdNothing() {
    return id == null;
  }

  public Answer withSecret() {
    return new Answer(status, id, location, json, true);
  }

  /** Without the body, which may show a secret. */
  @Override
  public String toString() {
    return status + " " + id;
  }

  public void writeTo(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    if (location != null) {
      response.setHeader(HttpHeaders.LOCATION, location);
    }
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    response.setContentType(MediaType.APPLICATION_JSON);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  Response toResponse() {
    Response.ResponseBuilder response =
        Response.status(status)
            .type(MediaType.APPLICATION_JSON)
            .entity(json.getBytes(StandardCharsets.UTF_8));
    if (location != null) {
      response.header(HttpHeaders.LOCATION, location);
    }
    return response.build();
  }
}
