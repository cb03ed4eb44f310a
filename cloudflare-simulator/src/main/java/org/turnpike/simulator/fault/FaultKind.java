package org.turnpike.simulator.fault;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can go wrong. */
public enum FaultKind {
  /** The right answer, {@code millis} late. */
  @JsonProperty("latency")
  LATENCY,
  /** The call has its effect at once, and its right answer comes {@code millis} later. */
  @JsonProperty("lateAnswer")
  LATE_ANSWER,
  /** Status 429, with {@code retryAfter} as it was given: seconds or an HTTP date. */
  @JsonProperty("429")
  TOO_MANY_REQUESTS,
  /** {@code status}, 503 by default, with an HTML page. */
  @JsonProperty("5xx")
  SERVER_ERROR,
  /** No byte for {@code millis}, a minute by default; then the connection closes. */
  @JsonProperty("hang")
  HANG,
  /** The right answer, a byte each {@code millis}, 200 by default. */
  @JsonProperty("trickle")
  TRICKLE,
  /** The right answer's first half; then the connection closes. */
  @JsonProperty("truncated")
  TRUNCATED,
  /** A success that is none, see {@link Rubbish}. */
  @JsonProperty("rubbish")
  RUBBISH,
  /** A 200 with {@code data: null} and an error. */
  @JsonProperty("graphqlErrors")
  GRAPHQL_ERRORS,
  /** Analytics shows nothing of the last {@code minutes}. */
  @JsonProperty("late")
  LATE,
  /** Usage of {@code [from, to)} becomes {@code percent} of what it was. */
  @JsonProperty("restate")
  RESTATE;

  /** Whether it falsifies figures rather than replies. */
  boolean isOfFigures() {
    return this == LATE || this == RESTATE;
  }
}
