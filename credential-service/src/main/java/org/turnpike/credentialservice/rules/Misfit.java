package org.turnpike.credentialservice.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Rejected.FieldError;
import org.turnpike.shared.Rejected.Reason;
import org.turnpike.shared.Secret;

/** Says in our words, naming the field, why JSON does not fit what was expected. */
final class Misfit {
  private static final Map<Class<?>, String> EXPECTED =
      Map.of(
          String.class, "a text",
          Secret.class, "a text that is not blank and holds no control characters",
          Integer.class, "a whole number of at most nine digits",
          Long.class, "a whole number",
          Boolean.class, "true or false",
          UUID.class, "an id as this API gives them",
          Instant.class, "an instant such as 2026-11-22T08:00:00Z");

  private Misfit() {}

  static Rejected rejected(JsonProcessingException misfit) {
    String field = misfit instanceof JsonMappingException mapping ? path(mapping.getPath()) : "";
    if (field.isEmpty()) {
      return new Rejected(Reason.INVALID, "The body must be a JSON object.");
    }
    String message = field + " " + complaint(misfit) + ".";
    return new Rejected(Reason.INVALID, message, List.of(new FieldError(field, message)));
  }

  private static String complaint(JsonProcessingException misfit) {
    if (misfit instanceof UnrecognizedPropertyException) {
      return "is not a field of this request";
    }
    if (misfit instanceof InvalidNullException) {
      return "must not be null";
    }
    if (misfit instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
      return "must be " + expected(mismatch.getTargetType());
    }
    return "must be " + EXPECTED.get(Integer.class);
  }

  private static String expected(Class<?> type) {
    if (Collection.class.isAssignableFrom(type)) {
      return "a list";
    }
    return EXPECTED.getOrDefault(type, "an object");
  }

  private static String path(List<Reference> references) {
    StringBuilder path = new StringBuilder();
    for (Reference reference : references) {
      if (reference.getFieldName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".");
        path.append(TextRules.printable(reference.getFieldName()));
      }
    }
    return path.toString();
  }

  /** Where it stopped being JSON. */
  static String place(JsonProcessingException misread) {
    return misread.getLocation() == null
        ? ""
        : " at line "
            + misread.getLocation().getLineNr()
            + ", column "
            + misread.getLocation().getColumnNr();
  }
}
