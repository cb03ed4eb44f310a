package org.turnpike.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.turnkey.TurnKeyId;

/**
 * How many credentials should be ready and how many are, by TURN key and life: as many as newcomers
 * asked for lately, no fewer, so that they last while Cloudflare is away, and no more, so that most
 * are handed out before they age.
 */
@ApplicationScoped
public class SizeReserve {
  /** Of a life: for so long newcomers are counted. Ageing begins later than that. */
  private static final int PART_OF_LIFE = 12;

  /** For one TURN key and life; a crowd who come at once and stay leave most of them unused. */
  private static final long MOST = 3_000;

  private CredentialGrants grants;
  private CredentialReserve reserve;
  private Clock clock;
  private Duration leastLife;

  protected SizeReserve() {}

  @Inject
  public SizeReserve(
      CredentialGrants grants, CredentialReserve reserve, Settings settings, Clock clock) {
    this.grants = grants;
    this.reserve = reserve;
    this.clock = clock;
    this.leastLife = settings.duration(Setting.CREDENTIAL_MIN_LIFE);
  }

  /** So many are wanted. */
  record Wanted(TurnKeyId turnKey, TimeToLive ttl, long credentials) {}

  /** Within a transaction; lives of which none is wanted are left out. */
  List<Wanted> wanted() {
    return grants.newcomers(clock.instant(), PART_OF_LIFE).stream()
        .filter(newcomers -> isWorthKeeping(newcomers.ttl()))
        .map(each -> new Wanted(each.turnKey(), each.ttl(), Math.min(each.count(), MOST)))
        .toList();
  }

  /** Within a transaction; what lasts long enough to be handed out. */
  List<CredentialReserve.Level> ready() {
    return reserve.levels(clock.instant().plus(leastLife));
  }

  /** Half a life later it must still be worth handing out. */
  private boolean isWorthKeeping(TimeToLive ttl) {
    return ttl.duration().dividedBy(2).compareTo(leastLife) >= 0;
  }
}
