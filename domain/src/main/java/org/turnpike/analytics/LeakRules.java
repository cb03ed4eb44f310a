package org.turnpike.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.turnpike.credential.CredentialGrant;
import org.turnpike.shared.DataVolume;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;

/**
 * What of a credential's usage may be a leak.
 *
 * @param tolerance how long a credential may relay after its end: Cloudflare is late to cut it off
 * @param mostAnHour what one credential can carry in an hour, either way
 */
record LeakRules(Duration tolerance, DataVolume mostAnHour) {
  private static final long BYTES_OF_A_MEGABIT = 1_000_000 / 8;

  static LeakRules of(Settings settings) {
    int megabits = settings.number(Setting.LEAKS_CREDENTIAL_RATE);
    return new LeakRules(
        settings.duration(Setting.LEAKS_TOLERANCE),
        DataVolume.ofBytes(megabits * BYTES_OF_A_MEGABIT * Duration.ofHours(1).toSeconds()));
  }

  /**
   * Judges one hour.
   *
   * @param grant null when nobody was handed the credential
   */
  Optional<LeakReason> judge(Share<String> use, CredentialGrant grant) {
    if (grant == null) {
      return Optional.of(LeakReason.NEVER_ISSUED);
    }
    if (isOver(grant.revokedAt(), use.hour())) {
      return Optional.of(LeakReason.REVOKED);
    }
    if (isOver(grant.expiresAt(), use.hour())) {
      return Optional.of(LeakReason.EXPIRED);
    }
    return isTooMuch(use.volume().egress()) || isTooMuch(use.volume().ingress())
        ? Optional.of(LeakReason.TOO_MUCH)
        : Optional.empty();
  }

  /** An hour that the tolerance reaches into may hold honest usage. */
  private boolean isOver(Instant end, Instant hour) {
    return end != null && !hour.isBefore(end.plus(tolerance));
  }

  private boolean isTooMuch(DataVolume volume) {
    return volume.compareTo(mostAnHour) > 0;
  }
}
