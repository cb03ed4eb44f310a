package org.turnpike.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.turnpike.shared.Rejected;

/** That a call is refused, and why. */
public final class Refusals {
  private Refusals() {}

  public static void assertRefused(Rejected.Reason reason, ThrowingCallable call) {
    Rejected refusal = catchThrowableOfType(Rejected.class, call);
    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal.reason()).isEqualTo(reason);
  }

  /** That it is refused for the value of that field. */
  public static void assertInvalid(String field, ThrowingCallable call) {
    Rejected refusal = catchThrowableOfType(Rejected.class, call);
    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal.reason()).isEqualTo(Rejected.Reason.INVALID);
    assertThat(refusal.errors()).extracting(Rejected.FieldError::field).containsExactly(field);
  }
}
