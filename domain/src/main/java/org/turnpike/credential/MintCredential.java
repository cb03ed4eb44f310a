package org.turnpike.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.turnpike.shared.Transactions;

/**
 * Has Cloudflare mint outside any transaction, then has it recorded. What could not be recorded is
 * revoked.
 */
@ApplicationScoped
public class MintCredential {
  private CredentialIssuer issuer;
  private RecordGrant recording;
  private Transactions transactions;
  private Clock clock;

  protected MintCredential() {}

  @Inject
  public MintCredential(
      CredentialIssuer issuer, RecordGrant recording, Transactions transactions, Clock clock) {
    this.issuer = issuer;
    this.recording = recording;
    this.transactions = transactions;
    this.clock = clock;
  }

  HeldCredential mint(MintingPlaces.Place place, CredentialRequest request) {
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
      MintingPlaces.Place place,
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
