package org.turnpike.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.turnpike.credential.GrantId;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TooManyRequests;
import org.turnpike.tenant.CallLimit;
import org.turnpike.tenant.Paces;

/**
 * How often may be reported, in this application: with one token, which every browser that shares
 * an identifier holds, and for one tenant.
 */
@ApplicationScoped
public class ReportLimits {
  private static final CallLimit OF_TOKEN = new CallLimit(30, 30);
  private static final int MINUTES = 60;

  /** So many parts of an hour's reports at once: meetings end on the hour. */
  private static final int BURSTS_AN_HOUR = 10;

  private Paces<GrantId> tokens;
  private Paces<TenantId> tenants;
  private CallLimit ofTenant;

  protected ReportLimits() {}

  @Inject
  public ReportLimits(Settings settings, Clock clock) {
    tokens = new Paces<>(clock);
    tenants = new Paces<>(clock);
    int anHour = settings.number(Setting.REPORTS_PER_HOUR);
    ofTenant = new CallLimit(anHour / MINUTES, anHour / BURSTS_AN_HOUR);
  }

  /** Counts a report; throws {@link TooManyRequests} when it comes too early. */
  public void count(ReportToken token) {
    refuse(tokens.count(token.grant(), OF_TOKEN), "One token is good for 30 reports a minute.");
    refuse(tenants.count(token.tenant(), ofTenant), "This tenant's reports come too fast.");
  }

  /** Lets go of whoever has their whole burst again; called every hour. */
  public void forgetRested() {
    tokens.forgetRested();
    tenants.forgetRested();
  }

  private static void refuse(Duration wait, String why) {
    if (!wait.isZero()) {
      throw new TooManyRequests(why, wait);
    }
  }
}
