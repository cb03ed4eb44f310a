package org.turnpike.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Background;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.shared.Transactions;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.ApiKeyId;

/**
 * Hands ICE servers to a tenant's meeting backend. An identifier that was served before gets its
 * own credential again, from memory: no database, no Cloudflare. Another is minted, once for
 * however many ask at the same time, and nobody waits longer than the deadline: what comes later is
 * kept for that identifier. When Cloudflare fails, a credential that still lasts will do.
 */
@ApplicationScoped
public class IssueCredentials {
  private static final Duration RETRY_SOON = Duration.ofSeconds(2);

  private MintCredential minting;
  private HeldCredentials held;
  private CredentialMemory memory;
  private Transactions transactions;
  private Clock clock;
  private Duration patience;
  private Duration leastLife;
  private Flights<Object, Issued> flights;

  protected IssueCredentials() {}

  @Inject
  public IssueCredentials(
      MintCredential minting,
      HeldCredentials held,
      CredentialMemory memory,
      Transactions transactions,
      Background background,
      Settings settings,
      Clock clock) {
    this.minting = minting;
    this.held = held;
    this.memory = memory;
    this.transactions = transactions;
    this.clock = clock;
    this.patience = settings.duration(Setting.UPSTREAM_TIMEOUT);
    this.leastLife = settings.duration(Setting.CREDENTIAL_MIN_LIFE);
    this.flights = new Flights<>(background);
  }

  /**
   * What the caller gets.
   *
   * @param ttl the life really left
   * @param refreshAfter when a client should ask again
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
  }

  /**
   * Issues one credential of the API key's tenant.
   *
   * @param address the network address the request came from
   * @param identifier null for none; such a credential is never handed out again
   */
  public Issued issue(ApiKey apiKey, String address, TimeToLive ttl, CustomIdentifier identifier) {
    if (apiKey.tenant() == null) {
      throw Rejected.forbidden("Operators' API keys do not mint. Use a key of the tenant.");
    }
    Caller caller = apiKey.caller(address);
    caller.require(Scope.CREDENTIALS, apiKey.tenant());
    return identifier == null
        ? await(flights.join(new Object(), () -> mint(caller, apiKey, ttl)))
        : issue(new Request(caller, apiKey, new Holder(apiKey.id(), identifier, ttl)));
  }

  /** Goes the way to the database once, so that the first caller after a start waits no longer. */
  public void warmUp() {
    CustomIdentifier nobody = new CustomIdentifier("nobody");
    Holder holder = new Holder(new ApiKeyId(new UUID(0, 0)), nobody, TimeToLive.USUAL);
    flights.start(
        holder,
        () -> kept(holder, clock.instant()).map(own -> reused(own, own.issuedAt())).orElse(null));
  }

  private record Request(Caller caller, ApiKey apiKey, Holder holder) {}

  private Issued issue(Request request) {
    Instant now = clock.instant();
    Optional<HeldCredential> own = memory.find(request.holder());
    if (own.filter(credential -> credential.isFresh(now)).isPresent()) {
      if (own.get().isDue(now)) {
        flights.start(request.holder(), () -> renew(request));
      }
      return reused(own.get(), now);
    }
    try {
      return await(flights.join(request.holder(), () -> renew(request)));
    } catch (Unavailable e) {
      return memory
          .find(request.holder())
          .filter(credential -> lasts(credential, clock.instant()))
          .map(credential -> reused(credential, clock.instant()))
          .orElseThrow(() -> e);
    }
  }

  /** The holder's own from the database, or from a flight just landed; else a new one. */
  private Issued renew(Request request) {
    Holder holder = request.holder();
    long mark = memory.mark();
    MintCredential.Place place = minting.place(request.apiKey().tenant());
    Optional<HeldCredential> own =
        memory.find(holder).or(() -> kept(holder, clock.instant().plus(leastLife)));
    own.ifPresent(credential -> memory.remember(mark, holder, credential));
    Instant now = clock.instant();
    if (own.isPresent() && own.get().isFresh(now) && !own.get().isDue(now)) {
      return reused(own.get(), now);
    }
    HeldCredential minted =
        minting.mint(place, request.caller(), request.apiKey(), holder.ttl(), holder.identifier());
    memory.remember(mark, holder, minted);
    return Issued.of(minted, CredentialGrant.Source.MINTED, clock.instant());
  }

  private Optional<HeldCredential> kept(Holder holder, Instant lasting) {
    return transactions.call(() -> held.find(holder, lasting));
  }

  private Issued mint(Caller caller, ApiKey apiKey, TimeToLive ttl) {
    MintCredential.Place place = minting.place(apiKey.tenant());
    HeldCredential minted = minting.mint(place, caller, apiKey, ttl, null);
    return Issued.of(minted, CredentialGrant.Source.MINTED, clock.instant());
  }

  private boolean lasts(HeldCredential credential, Instant now) {
    return credential.left(now).compareTo(leastLife) >= 0;
  }

  private static Issued reused(HeldCredential credential, Instant now) {
    return Issued.of(credential, CredentialGrant.Source.REUSED, now);
  }

  private Issued await(CompletableFuture<Issued> flight) {
    try {
      return flight.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new Unavailable("Cloudflare did not answer in time.", RETRY_SOON);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("Turnpike is stopping.", RETRY_SOON);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("Issuing a credential broke off", e.getCause());
    }
  }
}
