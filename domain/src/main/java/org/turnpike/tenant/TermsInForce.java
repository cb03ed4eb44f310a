package org.turnpike.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.Transactions;

/**
 * The {@link Terms} of each tenant, remembered, so that issuing asks no database for them; {@link
 * #forget()} is called within a second of any change anywhere.
 */
@ApplicationScoped
public class TermsInForce {
  private static final int MOST_REMEMBERED = 10_000;

  private Tenants tenants;
  private Transactions transactions;
  private volatile Map<TenantId, Terms> remembered = new ConcurrentHashMap<>();

  protected TermsInForce() {}

  @Inject
  public TermsInForce(Tenants tenants, Transactions transactions) {
    this.tenants = tenants;
    this.transactions = transactions;
  }

  /** Throws {@link Rejected} (not found) when there is no such tenant. */
  public Terms of(TenantId tenant) {
    Terms known = remembered.get(tenant);
    return known == null ? read(tenant) : known;
  }

  /** The bounds of the API key's tenant and its own; no operators' key, which does not mint. */
  public TtlBounds ttl(ApiKey key) {
    return key.tenant() == null ? TtlBounds.ANY : of(key.tenant()).ttl().within(key.maxTtl());
  }

  public void forget() {
    remembered = new ConcurrentHashMap<>();
  }

  /** Into the map of before: if all was forgotten meanwhile, nobody looks into that one again. */
  private Terms read(TenantId tenant) {
    Map<TenantId, Terms> before = remembered;
    Terms terms =
        transactions.call(
            () ->
                tenants
                    .find(tenant)
                    .map(Tenant::terms)
                    .orElseThrow(() -> Rejected.notFound("tenant")));
    if (before.size() >= MOST_REMEMBERED) {
      before.clear();
    }
    before.put(tenant, terms);
    return terms;
  }
}
