package org.turnpike.cloudflare;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.turnpike.analytics.Breakdown;
import org.turnpike.analytics.BreakdownMeter;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.UsageMeter;

/**
 * Reads break-downs from Cloudflare's analytics, three questions a TURN key: by identifier, by
 * place, and connections in buckets of five minutes.
 */
@ApplicationScoped
public class CloudflareBreakdowns implements BreakdownMeter {
  private static final String BY_IDENTIFIER =
      DisplayQuestions.question(
          "TurnUsageByIdentifier",
          "sum_egressBytes_DESC",
          "dimensions { datetimeHour customIdentifier } sum { egressBytes ingressBytes }");
  private static final String BY_PLACE =
      DisplayQuestions.question(
          "TurnUsageByPlace",
          "sum_egressBytes_DESC",
          "dimensions { datetimeHour datacenterCountry datacenterCity }"
              + " sum { egressBytes ingressBytes }");
  private static final String CONNECTIONS =
      DisplayQuestions.question(
          "TurnConnections",
          "datetimeFiveMinutes_ASC",
          "dimensions { datetimeFiveMinutes } avg { concurrentConnectionsFiveMinutes }");

  private DisplayQuestions questions;

  protected CloudflareBreakdowns() {}

  @Inject
  public CloudflareBreakdowns(DisplayQuestions questions) {
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
  public Breakdown read(CloudflareAccount account, TurnKey key, TimeRange hours) {
    return new Breakdown(
        hours,
        BreakdownRows.identifiers(questions.rows(account, key, hours, BY_IDENTIFIER), hours),
        BreakdownRows.places(questions.rows(account, key, hours, BY_PLACE), hours),
        BreakdownRows.connections(questions.rows(account, key, hours, CONNECTIONS), hours));
  }
}
