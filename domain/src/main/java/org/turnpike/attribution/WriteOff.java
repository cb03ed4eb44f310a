package org.turnpike.attribution;

import java.time.Instant;
import java.util.UUID;
import org.turnpike.shared.Rejected;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.RelayedVolume;

/**
 * That usage of nobody will be charged to nobody. The ledger keeps its lines: should a rule find an
 * owner later, it is the owner's.
 *
 * @param share whose usage
 * @param volume all that was nobody's and not written off before
 * @param by who did it, as people know him
 */
public record WriteOff(
    UUID id, TurnKeyId share, RelayedVolume volume, String reason, Instant at, String by) {
  private static final int LONGEST = 500;

  public WriteOff {
    if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
      throw Rejected.invalid("reason", "reason needs 1 to " + LONGEST + " characters.");
    }
    reason = reason.strip();
  }
}
