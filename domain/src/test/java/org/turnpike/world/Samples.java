package org.turnpike.world;

import java.util.EnumSet;
import java.util.UUID;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Secret;
import org.turnpike.shared.TenantId;
import org.turnpike.tenant.AccountDetails;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.IssueApiKey;
import org.turnpike.tenant.LimitChange;
import org.turnpike.tenant.Networks;
import org.turnpike.tenant.Scopes;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.TenantDetails;
import org.turnpike.turnkey.FakeTurnKeyProvider;
import org.turnpike.turnkey.ProvisionTurnKey;
import org.turnpike.turnkey.ShareTurnKey;
import org.turnpike.turnkey.TurnKey;

/** What a test needs to be there before it starts. */
public final class Samples {
  private final Ports ports;

  public Samples(Ports ports) {
    this.ports = ports;
  }

  public CloudflareAccount account() {
    return account(1);
  }

  public CloudflareAccount account(int billingDay) {
    String tag = UUID.randomUUID().toString().replace("-", "");
    CloudflareAccount account =
        new CloudflareAccount(details("Main", tag, billingDay), ports.clock().instant());
    ports.transactions().run(() -> ports.accounts().add(account));
    return account;
  }

  public static AccountDetails details(String name, String tag, Integer billingDay) {
    return new AccountDetails(
        name,
        tag,
        Secret.of("token-of-" + name),
        null,
        null,
        null,
        null,
        billingDay,
        null,
        null,
        null,
        null);
  }

  public Tenant tenant(String slug) {
    return tenant(slug, account());
  }

  public Tenant tenant(String slug, CloudflareAccount account) {
    TenantDetails details = new TenantDetails(slug, slug, account.id(), null, null, null);
    Tenant tenant = new Tenant(details, account.id(), ports.clock().instant());
    ports.transactions().run(() -> ports.tenants().add(tenant));
    return tenant;
  }

  public TurnKey turnKey(Tenant tenant) {
    return turnKey(tenant, "main");
  }

  public TurnKey turnKey(Tenant tenant, String name) {
    return new ProvisionTurnKey(
            ports.turnKeys(),
            ports.tenants(),
            ports.accounts(),
            new FakeTurnKeyProvider(),
            ports.audit(),
            ports.transactions(),
            ports.clock())
        .create(Caller.SYSTEM, tenant.id(), name);
  }

  /** A key that tenants of the account share. */
  public TurnKey sharedKey(CloudflareAccount account) {
    FakeTurnKeyProvider provider = new FakeTurnKeyProvider();
    String uid = provider.create(account, "made elsewhere").uid();
    return new ShareTurnKey(
            ports.turnKeys(),
            ports.accounts(),
            provider,
            ports.audit(),
            ports.transactions(),
            ports.clock())
        .add(Caller.SYSTEM, account.id(), "Meetings", uid);
  }

  public ApiKey apiKey(TenantId tenant, Scope first, Scope... more) {
    return apiKey(tenant, LimitChange.NONE, new Scopes(EnumSet.of(first, more)));
  }

  public ApiKey apiKey(TenantId tenant, LimitChange limits, Scopes scopes) {
    return new IssueApiKey(
            ports.apiKeys(),
            ports.tenants(),
            ports.audit(),
            ports.epoch(),
            ports.transactions(),
            ports.clock())
        .issue(Caller.SYSTEM, tenant, "backend", scopes, Networks.ANYWHERE, null, limits)
        .apiKey();
  }
}
