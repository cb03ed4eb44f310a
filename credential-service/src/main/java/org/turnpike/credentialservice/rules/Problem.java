package org.turnpike.credentialservice.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.turnpike.shared.Rejected.FieldError;

/** A failed call's answer, RFC 9457. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A failed call's answer, RFC 9457")
public record Problem(
    @Schema(description = "stable name of the kind of problem") String type,
    String title,
    int status,
    String detail,
    @Schema(description = "names this occurrence, also in the server's log") String instance,
    @Schema(description = "of what an earlier call with the same Idempotency-Key created")
        String id,
    @Schema(description = "what is wrong with which field") List<FieldError> errors) {
  static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(ProblemType type, String detail) {
    return of(type, detail, List.of());
  }

  static Problem of(ProblemType type, String detail, List<FieldError> errors) {
    return new Problem(
        type.uri(),
        type.title(),
        type.status(),
        detail,
        null,
        null,
        errors.isEmpty() ? null : errors);
  }

  Problem withInstance(String name) {
    return new Problem(type, title, status, detail, name, id, errors);
  }

  Problem withId(String created) {
    return new Problem(type, title, status, detail, instance, created, errors);
  }
}
