package org.turnpike.persistence;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Unavailable;

/**
 * What a failure of the database means to whoever called: come back later, or change something.
 * What it does not know is our bug, and stays as it is.
 *
 * <p>Source: PostgreSQL's documentation, appendix "PostgreSQL Error Codes".
 */
final class DatabaseFailure {
  private static final String FOREIGN_KEY_VIOLATION = "23503";
  private static final String UNIQUE_VIOLATION = "23505";

  /** Connections broken or refused, resources used up, the server going down or coming up. */
  private static final List<String> AWAY = List.of("08", "53", "57P");

  /** Two transactions in each other's way, one of which had to give in. */
  private static final List<String> IN_THE_WAY = List.of("40001", "40P01", "55P03");

  private static final Duration RETRY_WHEN_BACK = Duration.ofSeconds(5);
  private static final Duration RETRY_SOON = Duration.ofSeconds(1);

  private static final Map<String, String> TAKEN =
      Map.of(
          "tenant_slug_key", "The slug is taken.",
          "user_account_email_key", "There is a user with this address.",
          "cloudflare_account_account_tag_key", "This Cloudflare account has been added already.",
          "turn_key_uid_key", "This TURN key has been added already.");

  private DatabaseFailure() {}

  /** The failure to throw in place of this one; this one when it says nothing of the database. */
  static RuntimeException meantBy(RuntimeException failure) {
    if (failure instanceof Rejected || failure instanceof Unavailable) {
      return failure;
    }
    if (causes(failure).anyMatch(OptimisticLockException.class::isInstance)) {
      return because(
          Rejected.conflict("This was changed by somebody else at the same time; load it again."),
          failure);
    }
    List<String> states =
        causes(failure)
            .filter(SQLException.class::isInstance)
            .map(cause -> Objects.requireNonNullElse(((SQLException) cause).getSQLState(), ""))
            .toList();
    return meantBy(states, failure);
  }

  private static RuntimeException meantBy(List<String> states, RuntimeException failure) {
    if (states.contains(UNIQUE_VIOLATION)) {
      return because(Rejected.conflict(taken(constraint(failure))), failure);
    }
    if (states.contains(FOREIGN_KEY_VIOLATION)) {
      return because(nothingThere(constraint(failure)), failure);
    }
    if (begins(states, IN_THE_WAY)) {
      return new Unavailable(
          "Others were at the same data at the same time. Try again.", RETRY_SOON, failure);
    }
    // Without a code it comes from the server's pool, which has no connection to give.
    if (begins(states, AWAY) || (!states.isEmpty() && states.stream().allMatch(String::isEmpty))) {
      return new Unavailable("Turnpike's database cannot be reached.", RETRY_WHEN_BACK, failure);
    }
    return failure;
  }

  private static boolean begins(List<String> states, List<String> with) {
    return states.stream().anyMatch(state -> with.stream().anyMatch(state::startsWith));
  }

  private static String taken(String constraint) {
    return TAKEN.getOrDefault(
        constraint, "Somebody else has added the same at the same time; load it again.");
  }

  private static Rejected nothingThere(String constraint) {
    return constraint.equals("user_role_of_tenant")
        ? Rejected.invalid("roles", "A role refers to a tenant that does not exist.")
        : new Rejected(Rejected.Reason.INVALID, "This refers to something that does not exist.");
  }

  private static String constraint(RuntimeException failure) {
    return causes(failure)
        .filter(ConstraintViolationException.class::isInstance)
        .map(cause -> ((ConstraintViolationException) cause).getConstraintName())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }

  private static Rejected because(Rejected meant, RuntimeException failure) {
    meant.initCause(failure);
    return meant;
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
  }
}
