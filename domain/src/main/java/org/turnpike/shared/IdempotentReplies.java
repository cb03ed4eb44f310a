package org.turnpike.shared;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What was answered to calls that carried a key of the caller's choosing, so that a call repeated
 * after a lost answer creates nothing twice. Each method runs in the caller's transaction; a key is
 * taken before the work and answered after it, in two transactions, and an answer is kept as it was
 * sent, without any secret.
 */
public interface IdempotentReplies {
  /**
   * A call that wants to be done once.
   *
   * @param caller the API key's id: keys of different callers are different keys
   * @param key as the caller chose it, 1 to 255 printable ASCII characters
   * @param fingerprint SHA-256 of what was asked, 64 hexadecimal digits
   */
  record Call(UUID caller, String key, String fingerprint) {}

  /**
   * What was answered.
   *
   * @param id of what was created
   * @param location its address; null for none
   * @param body JSON; null where it held a secret
   */
  record Reply(int status, String id, String location, String body) {}

  /**
   * An earlier call of the same caller and key.
   *
   * @param reply null while it is being worked on, or when that was cut short
   */
  record Earlier(String fingerprint, Reply reply) {}

  /**
   * Takes the key for this call, atomically, whatever else runs; or returns the earlier call that
   * took it.
   */
  Optional<Earlier> take(Call call, Instant now);

  /** Keeps the answer to a call that took its key. */
  void keep(Call call, Reply reply);

  /** Gives back the key of a call that created nothing. */
  void giveBack(Call call);

  /** Forgets all calls that took their key before that instant. */
  void forgetBefore(Instant instant);
}
