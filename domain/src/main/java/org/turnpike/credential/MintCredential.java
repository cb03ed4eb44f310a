package org.turnpike.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.Transactions;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.CloudflareAccounts;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;

/**
 * Has Cloudflare mint outside any transaction, then has it recorded. What could not be recorded is
 * revoked.
 */
@ApplicationScoped
public class MintCredential {
  private CloudflareAccounts accounts;
  private CredentialIssuer issuer;
  private RecordGrant recording;
  private Transactions transactions;
  private Clock clock;

  protected MintCredential() {}

  @Inject
  public MintCredential(
      CloudflareAccounts accounts,
      CredentialIssuer issuer,
      RecordGrant recording,
      Transactions transactions,
      Clock clock) {
    this.accounts = accounts;
    this.issuer = issuer;
    this.recording = recording;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Which TURN key mints, and where. */
  record Place(TurnKey key, CloudflareAccount account) {}

  /** Throws {@link Rejected} when the tenant gets no credentials. */
  Place place(TenantId tenant) {
    return transactions.call(
        () -> {
          TurnKey key = recording.choose(tenant);
          return new Place(key, accounts.find(key.account()).orElseThrow());
        });
  }

  /** Of this very TURN key; none when it serves its tenant no more. */
  Optional<Place> place(TurnKeyId id) {
    return transactions.call(
        () ->
            recording
                .serving(id)
                .map(key -> new Place(key, accounts.find(key.account()).orElseThrow())));
  }

  HeldCredential mint(Place place, CredentialRequest request) {
    return mint(
        place,
        request.ttl(),
        request.identifier(),
        minted ->
            recording.record(
                request, place.key(), CredentialGrant.Source.MINTED, minted, minted.mintedAt()));
  }

  /**
   * Mints one and records it.
   *
   * @param identifier null for none
   * @param recorded runs in a transaction, and throws what keeps the credential from being recorded
   */
  <T> T mint(
      Place place,
      TimeToLive ttl,
      CustomIdentifier identifier,
      Function<MintedCredential, T> recorded) {
    Instant asked = clock.instant();
    MintedCredential minted =
        new MintedCredential(
            issuer.mint(place.account(), place.key(), ttl, identifier),
            identifier,
            asked,
            asked.plus(ttl.duration()));
    try {
      return transactions.call(() -> recorded.apply(minted));
    } catch (RuntimeException e) {
      try {
        issuer.revoke(place.account(), place.key(), minted.username());
      } catch (RuntimeException stillAlive) {
        e.addSuppressed(stillAlive);
      }
      throw e;
    }
  }
}
