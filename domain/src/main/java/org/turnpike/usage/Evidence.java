package org.turnpike.usage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Where figures come from: what was asked, and what came back.
 *
 * @param question the query and its variables, as sent; never who asked
 * @param askedAt to the microsecond, as databases keep it
 * @param reply the whole body, byte for byte: it is known to be UTF-8
 */
public record Evidence(String question, Instant askedAt, String reply) {
  public Evidence {
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(reply, "reply");
    askedAt = askedAt.truncatedTo(ChronoUnit.MICROS);
  }

  /** Without the reply, which is long. */
  @Override
  public String toString() {
    return "Evidence[asked at " + askedAt + "]";
  }
}
