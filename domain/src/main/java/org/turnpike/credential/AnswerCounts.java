package org.turnpike.credential;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.turnpike.credential.IssueCredentials.Issued;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.Unavailable;

/**
 * What this application answered since its start. Part of the hot path: an answer costs one look
 * into a map and one addition, and the database learns of it later.
 */
@ApplicationScoped
public class AnswerCounts {
  private final ConcurrentMap<TenantId, Counts> byTenant = new ConcurrentHashMap<>();

  private static final class Counts {
    private final LongAdder minted = new LongAdder();
    private final LongAdder reused = new LongAdder();
    private final LongAdder reserve = new LongAdder();
    private final LongAdder fallback = new LongAdder();
    private final LongAdder refused = new LongAdder();

    LongAdder of(CredentialGrant.Source source) {
      return switch (source) {
        case MINTED -> minted;
        case REUSED -> reused;
        case RESERVE -> reserve;
        case FALLBACK -> fallback;
      };
    }

    AnswerTally tally() {
      return new AnswerTally(
          minted.sum(), reused.sum(), reserve.sum(), fallback.sum(), refused.sum());
    }
  }

  /** Issues, and counts what came of it; not what the caller did wrong. */
  public Issued counted(TenantId tenant, Supplier<Issued> issuing) {
    try {
      Issued issued = issuing.get();
      of(tenant).of(issued.source()).increment();
      return issued;
    } catch (Unavailable e) {
      of(tenant).refused.increment();
      throw e;
    }
  }

  public Map<TenantId, AnswerTally> byTenant() {
    return byTenant.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> each.getValue().tally()));
  }

  public AnswerTally total() {
    return byTenant.values().stream()
        .map(Counts::tally)
        .reduce(AnswerTally.NONE, AnswerTally::plus);
  }

  /** Computing takes a lock, looking does not. */
  private Counts of(TenantId tenant) {
    Counts known = byTenant.get(tenant);
    return known == null ? byTenant.computeIfAbsent(tenant, each -> new Counts()) : known;
  }
}
