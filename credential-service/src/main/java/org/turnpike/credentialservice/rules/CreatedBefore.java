package org.turnpike.credentialservice.rules;

/** A repeated call whose first answer held a secret, which is shown once. */
final class CreatedBefore extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String id;

  CreatedBefore(String id) {
    super("An earlier call with this Idempotency-Key created it, and its secret was shown then.");
    this.id = id;
  }

  /** Of what was created then. */
  String id() {
    return id;
  }
}
