package org.turnpike.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.turnpike.credential.IssueCredentials.Issued;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.shared.Transactions;
import org.turnpike.shared.Unavailable;

/** Where a credential comes from that was not at hand; what is found is remembered. */
@ApplicationScoped
public class ObtainCredential {
  private MintingPlaces places;
  private MintCredential minting;
  private TakeFromReserve reserve;
  private HeldCredentials held;
  private CredentialMemory memory;
  private Transactions transactions;
  private Clock clock;
  private Duration leastLife;

  protected ObtainCredential() {}

  @Inject
  public ObtainCredential(
      MintingPlaces places,
      MintCredential minting,
      TakeFromReserve reserve,
      HeldCredentials held,
      CredentialMemory memory,
      Transactions transactions,
      Settings settings,
      Clock clock) {
    this.places = places;
    this.minting = minting;
    this.reserve = reserve;
    this.held = held;
    this.memory = memory;
    this.transactions = transactions;
    this.clock = clock;
    this.leastLife = settings.duration(Setting.CREDENTIAL_MIN_LIFE);
  }

  /**
   * The holder's own from the database; for a newcomer one of the reserve that ages; else a new
   * one.
   */
  Issued obtain(CredentialRequest request) {
    long mark = memory.mark();
    Found found = transactions.call(() -> look(mark, request));
    return found.credential() == null
        ? issued(mark, request, mint(found.place(), request), CredentialGrant.Source.MINTED)
        : issued(mark, request, found.credential(), found.source());
  }

  /** Where the TURN key was retired meanwhile, the tenant's next one has its try. */
  private HeldCredential mint(MintingPlaces.Place place, CredentialRequest request) {
    try {
      return minting.mint(place, request);
    } catch (Rejected rejected) {
      MintingPlaces.Place next = places.lookAgain(request.tenant());
      if (next.key().id().equals(place.key().id())) {
        throw rejected;
      }
      return minting.mint(next, request);
    }
  }

  /** Instead of what Cloudflare did not give. */
  Issued insteadOf(Unavailable failure, CredentialRequest request) {
    long mark = memory.mark();
    return lasting(request)
        .or(
            () ->
                reserve
                    .any(request)
                    .map(ready -> issued(mark, request, ready, CredentialGrant.Source.RESERVE)))
        .orElseThrow(() -> failure);
  }

  /** The holder's own, if what is left of it will do while there is nothing better. */
  Optional<Issued> lasting(CredentialRequest request) {
    Instant now = clock.instant();
    return Optional.ofNullable(request.identifier())
        .flatMap(identifier -> memory.find(request.holder()))
        .filter(own -> own.left(now).compareTo(leastLife) >= 0)
        .map(own -> Issued.of(own, CredentialGrant.Source.REUSED, now));
  }

  /**
   * What there is without asking Cloudflare.
   *
   * @param place where to have one minted
   * @param credential null when one should be minted
   */
  private record Found(
      MintingPlaces.Place place, HeldCredential credential, CredentialGrant.Source source) {}

  private Found look(long mark, CredentialRequest request) {
    MintingPlaces.Place place = places.of(request.tenant());
    Optional<HeldCredential> own = own(mark, request);
    Instant now = clock.instant();
    if (own.isEmpty()) {
      return new Found(
          place, reserve.ageing(request, place.key()).orElse(null), CredentialGrant.Source.RESERVE);
    }
    boolean lastsWell = own.get().isFresh(now) && !own.get().isDue(now);
    return new Found(place, lastsWell ? own.get() : null, CredentialGrant.Source.REUSED);
  }

  /** From a flight just landed, or from the database. */
  private Optional<HeldCredential> own(long mark, CredentialRequest request) {
    if (request.identifier() == null) {
      return Optional.empty();
    }
    Holder holder = request.holder();
    Instant now = clock.instant();
    Optional<HeldCredential> own =
        memory.find(holder).or(() -> held.find(holder, now.plus(leastLife)));
    if (own.filter(credential -> credential.grant().equals(request.refused())).isPresent()) {
      held.forget(request.refused());
      return Optional.empty();
    }
    own.ifPresent(credential -> memory.remember(mark, request, credential, now));
    return own;
  }

  private Issued issued(
      long mark,
      CredentialRequest request,
      HeldCredential credential,
      CredentialGrant.Source source) {
    Instant now = clock.instant();
    if (request.identifier() != null) {
      memory.remember(mark, request, credential, now);
    }
    return Issued.of(credential, source, now);
  }
}
