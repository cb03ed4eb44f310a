package org.turnpike.cloudflare;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.AccountProbe;
import org.turnpike.tenant.CloudflareAccount;

/**
 * Tries an account's tokens by reading: the list of TURN keys, the settings of the analytics. That
 * the API token may also write shows only when the first key is made.
 */
@ApplicationScoped
public class CloudflareAccountProbe implements AccountProbe {
  private static final Logger LOG = System.getLogger(CloudflareAccountProbe.class.getName());

  private ManagementCalls management;
  private AnalyticsCalls analytics;

  protected CloudflareAccountProbe() {}

  @Inject
  public CloudflareAccountProbe(CloudflareHttp http, AnalyticsCalls analytics) {
    this.management = new ManagementCalls(http);
    this.analytics = analytics;
  }

  @Override
  public Outcome probe(CloudflareAccount account) {
    return new Outcome(
        attempt(account, () -> turnKeys(account)), attempt(account, () -> analytics(account)));
  }

  private Answer turnKeys(CloudflareAccount account) {
    Reply reply = management.list(account);
    if (!reply.accepted()) {
      return Answer.REFUSED;
    }
    if (ManagementCalls.result(reply).items().isEmpty()) {
      throw Reply.implausible("TURN keys that are no list");
    }
    return Answer.OK;
  }

  private Answer analytics(CloudflareAccount account) {
    DatasetSettings.ask(analytics, account);
    return Answer.OK;
  }

  private static Answer attempt(CloudflareAccount account, Supplier<Answer> trial) {
    try {
      return trial.get();
    } catch (Rejected e) {
      return tell(account, e, Answer.REFUSED);
    } catch (Unavailable e) {
      return tell(account, e, Answer.UNREACHABLE);
    }
  }

  private static Answer tell(CloudflareAccount account, RuntimeException why, Answer answer) {
    LOG.log(Level.WARNING, "Account {0} tried: {1}", account.name(), why.getMessage());
    return answer;
  }
}
