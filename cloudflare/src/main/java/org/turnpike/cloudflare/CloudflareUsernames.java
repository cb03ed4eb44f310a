package org.turnpike.cloudflare;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.turnpike.analytics.Asked;
import org.turnpike.analytics.UsernameMeter;
import org.turnpike.analytics.UsernameUsage;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.Evidence;
import org.turnpike.usage.UsageMeter;

/** Reads usage by username from Cloudflare's analytics, one question a TURN key. */
@ApplicationScoped
public class CloudflareUsernames implements UsernameMeter {
  private static final String BY_USERNAME =
      DisplayQuestions.question(
          "TurnUsageByUsername",
          "sum_egressBytes_DESC",
          "dimensions { datetimeHour username } sum { egressBytes ingressBytes }");

  private DisplayQuestions questions;

  protected CloudflareUsernames() {}

  @Inject
  public CloudflareUsernames(DisplayQuestions questions) {
    this.questions = questions;
  }

  @Override
  public UsageMeter.Horizon horizon(CloudflareAccount account) {
    return questions.horizon(account);
  }

  @Override
  public boolean isAtLeisure(CloudflareAccount account) {
    return questions.isAtLeisure(account);
  }

  @Override
  public List<UsernameUsage> read(CloudflareAccount account, TurnKey key, TimeRange hours) {
    return questions.pages(account, key, hours, BY_USERNAME).stream()
        .map(
            page ->
                new UsernameUsage(
                    page.hours(),
                    BreakdownRows.usernames(page.rows(), page.hours()),
                    asked(page.evidence())))
        .toList();
  }

  private static Asked asked(Evidence evidence) {
    return new Asked(evidence.question(), evidence.askedAt(), Sha256.hex(evidence.reply()));
  }
}
