package org.turnpike.analytics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.Transactions;
import org.turnpike.usage.ReplyId;
import org.turnpike.usage.UsageRecord;
import org.turnpike.usage.UsageReplies;
import org.turnpike.usage.UsageReply;

/** From a line of the ledger to what Cloudflare answered. */
@ApplicationScoped
public class TraceUsage {
  private UsageReplies replies;
  private Transactions transactions;

  protected TraceUsage() {}

  @Inject
  public TraceUsage(UsageReplies replies, Transactions transactions) {
    this.replies = replies;
    this.transactions = transactions;
  }

  public UsageReply reply(Caller caller, TenantId tenant, ReplyId id) {
    caller.require(Scope.USAGE, tenant);
    return transactions
        .call(caller.reach(), () -> replies.find(tenant, id))
        .orElseThrow(() -> Rejected.notFound("answer of Cloudflare's"));
  }

  /** The hash of the answer that each of the lines comes from, as far as one was kept. */
  public Map<ReplyId, String> hashes(Caller caller, List<UsageRecord> lines) {
    return transactions.call(
        caller.reach(),
        () ->
            replies.hashes(
                lines.stream()
                    .map(UsageRecord::reply)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet())));
  }
}
