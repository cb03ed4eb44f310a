package org.turnpike.analytics;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Where figures for display come from.
 *
 * @param question the query and its variables, as sent; never who asked
 * @param at to the microsecond, as databases keep it
 * @param replySha256 of the whole body's bytes, in hexadecimal digits
 */
@Embeddable
public record Asked(
    String question,
    @Column(name = "asked_at") Instant at,
    @Column(name = "reply_sha256") String replySha256)
    implements Serializable {
  public Asked {
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(replySha256, "replySha256");
    at = at.truncatedTo(ChronoUnit.MICROS);
  }
}
