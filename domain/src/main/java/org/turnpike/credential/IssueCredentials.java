package org.turnpike.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Background;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.CallLimits;
import org.turnpike.tenant.TermsInForce;
import org.turnpike.tenant.WhenUnavailable;

/**
 * Hands ICE servers to a tenant's meeting backend. An identifier that was served before gets its
 * own credential again, from memory: no database, no Cloudflare. Another is minted, once for
 * however many ask at the same time, and nobody waits longer than the deadline: what comes later is
 * kept for that identifier. When Cloudflare fails or is slow, a credential of its own that still
 * lasts will do, then one of the reserve; in the end, what the tenant chose.
 */
@ApplicationScoped
public class IssueCredentials {
  private static final Logger LOG = System.getLogger(IssueCredentials.class.getName());

  /**
   * Cloudflare alone is waited for so many parts of the patience; from then on the reserve serves
   * whom it reaches first. It lies in our own database, which needs far less than the rest unless
   * it is busy, and gets a moment more where it is.
   */
  private static final int ALONE = 5;

  private static final int WHOLE = 8;
  private static final Duration A_MOMENT = Duration.ofMillis(150);

  private static final List<IceServer> STUN_ALONE =
      List.of(new IceServer(List.of("stun:stun.cloudflare.com:3478"), null, null));

  /** A relay may be had again soon. */
  private static final Duration LIFE_OF_STUN_ALONE = Duration.ofMinutes(1);

  private CallLimits limits;
  private TermsInForce terms;
  private ObtainCredential obtaining;
  private CredentialMemory memory;
  private Clock clock;
  private Duration patience;
  private Flights<Object, Issued> flights;
  private Flights<Object, Issued> takings;

  protected IssueCredentials() {}

  @Inject
  public IssueCredentials(
      CallLimits limits,
      TermsInForce terms,
      ObtainCredential obtaining,
      CredentialMemory memory,
      Background background,
      Settings settings,
      Clock clock) {
    this.limits = limits;
    this.terms = terms;
    this.obtaining = obtaining;
    this.memory = memory;
    this.clock = clock;
    this.patience = settings.duration(Setting.UPSTREAM_TIMEOUT);
    this.flights = new Flights<>(background);
    this.takings = new Flights<>(background);
  }

  /**
   * What the caller gets.
   *
   * @param ttl the life really left
   * @param refreshAfter when a client should ask again
   * @param grant null for STUN alone
   */
  public record Issued(
      List<IceServer> iceServers,
      Duration ttl,
      Instant expiresAt,
      Instant refreshAfter,
      GrantId grant,
      CredentialGrant.Source source) {
    static Issued of(HeldCredential credential, CredentialGrant.Source source, Instant now) {
      return new Issued(
          credential.iceServers(),
          credential.left(now),
          credential.expiresAt(),
          credential.refreshAfter(now),
          credential.grant(),
          source);
    }

    private static Issued stunAlone(Instant now) {
      return new Issued(
          STUN_ALONE,
          LIFE_OF_STUN_ALONE,
          now.plus(LIFE_OF_STUN_ALONE),
          now.plus(LIFE_OF_STUN_ALONE.dividedBy(2)),
          null,
          CredentialGrant.Source.FALLBACK);
    }
  }

  /**
   * Issues one credential of the API key's tenant.
   *
   * @param address the network address the request came from
   * @param ttl within {@link TermsInForce#ttl}
   * @param identifier null for none; such a credential is never handed out again
   */
  public Issued issue(ApiKey apiKey, String address, TimeToLive ttl, CustomIdentifier identifier) {
    return issue(apiKey, address, ttl, identifier, null);
  }

  /**
   * The same, where a relay refused what was handed out before.
   *
   * @param refused its grant: if that is the identifier's own, it is handed out no more; null for
   *     none
   */
  public Issued issue(
      ApiKey apiKey, String address, TimeToLive ttl, CustomIdentifier identifier, GrantId refused) {
    limits.count(apiKey);
    if (apiKey.tenant() == null) {
      throw Rejected.forbidden("Operators' API keys do not mint. Use a key of the tenant.");
    }
    Caller caller = apiKey.caller(address);
    caller.require(Scope.CREDENTIALS, apiKey.tenant());
    terms.ttl(apiKey).check(ttl.seconds());
    CredentialRequest request = new CredentialRequest(caller, apiKey, ttl, identifier, refused);
    return identifier == null ? obtained(new Object(), request) : issueToHolder(request);
  }

  /**
   * Renews what is due of those who asked lately, so that whoever pauses when Cloudflare goes away
   * has as much life left as whoever does not. Throws what kept it from renewing for a tenant, once
   * the others have had theirs.
   */
  public void renewDue() {
    Map<TenantId, Unavailable> failures = new LinkedHashMap<>();
    for (CredentialRequest request : memory.toRenew(clock.instant())) {
      if (!failures.containsKey(request.tenant())) {
        renew(request).ifPresent(failure -> failures.put(request.tenant(), failure));
      }
    }
    failures.values().stream()
        .findFirst()
        .ifPresent(
            failure -> {
              throw failure;
            });
  }

  private Optional<Unavailable> renew(CredentialRequest request) {
    try {
      new Waiting()
          .until(patience, flights.join(request.holder(), () -> obtaining.obtain(request)));
    } catch (Rejected disabledMeanwhile) {
      LOG.log(Level.DEBUG, "Not renewed", disabledMeanwhile);
    } catch (Unavailable away) {
      return Optional.of(away);
    }
    return Optional.empty();
  }

  private Issued issueToHolder(CredentialRequest request) {
    Holder holder = request.holder();
    Instant now = clock.instant();
    if (request.refused() != null) {
      memory.forget(holder, request.refused());
    }
    Optional<HeldCredential> own = memory.handOut(holder, now);
    if (own.filter(credential -> credential.isFresh(now)).isPresent()) {
      if (own.get().isDue(now)) {
        flights.start(holder, () -> obtaining.obtain(request));
      }
      return Issued.of(own.get(), CredentialGrant.Source.REUSED, now);
    }
    return obtained(holder, request);
  }

  /** Once for however many ask meanwhile with the same key. */
  private Issued obtained(Object key, CredentialRequest request) {
    Waiting caller = new Waiting();
    CompletableFuture<Issued> flight = flights.join(key, () -> obtaining.obtain(request));
    try {
      return caller.until(patience.multipliedBy(ALONE).dividedBy(WHOLE), flight);
    } catch (Unavailable lateOrFailed) {
      return obtaining
          .lasting(request)
          .orElseGet(() -> orInstead(caller, flight, key, request, lateOrFailed));
    }
  }

  /** From Cloudflare after all, or instead of it, whichever comes first. */
  private Issued orInstead(
      Waiting caller,
      CompletableFuture<Issued> flight,
      Object key,
      CredentialRequest request,
      Unavailable failure) {
    CompletableFuture<Issued> instead =
        takings.join(key, () -> obtaining.insteadOf(failure, request));
    try {
      return caller.until(patience, Waiting.either(flight, instead));
    } catch (Unavailable neither) {
      return atLast(caller, request, instead);
    }
  }

  private Issued atLast(
      Waiting caller, CredentialRequest request, CompletableFuture<Issued> instead) {
    try {
      return caller.until(patience.plus(A_MOMENT), instead);
    } catch (Unavailable e) {
      if (terms.of(request.tenant()).whenUnavailable() == WhenUnavailable.STUN_ONLY) {
        return Issued.stunAlone(clock.instant());
      }
      throw e;
    }
  }
}
