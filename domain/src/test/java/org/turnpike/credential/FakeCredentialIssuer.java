package org.turnpike.credential;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.turnpike.shared.Secret;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.InMemoryTransactions;

/** Cloudflare's minting: it knows what it minted and what was revoked. */
public final class FakeCredentialIssuer implements CredentialIssuer {
  private final InMemoryTransactions transactions;
  private final Map<String, TimeToLive> live = new LinkedHashMap<>();
  private final List<String> revoked = new ArrayList<>();
  private Runnable whileMinting = () -> {};
  private final Map<String, RuntimeException> mintFailures = new HashMap<>();
  private RuntimeException mintFailure;
  private RuntimeException revokeFailure;
  private int minted;

  /**
   * Over these transactions.
   *
   * @param transactions of which none may run during a call to Cloudflare
   */
  public FakeCredentialIssuer(InMemoryTransactions transactions) {
    this.transactions = transactions;
  }

  /** What happens elsewhere before Cloudflare's answer is in. */
  public void whileMinting(Runnable elsewhere) {
    whileMinting = elsewhere;
  }

  public void failMintingWith(RuntimeException with) {
    mintFailure = with;
  }

  /** For this TURN key alone. */
  void failMintingOf(TurnKey key, RuntimeException with) {
    mintFailures.put(key.uid(), with);
  }

  public void failRevokingWith(RuntimeException with) {
    revokeFailure = with;
  }

  /** Usernames that still work, oldest first. */
  public List<String> live() {
    return List.copyOf(live.keySet());
  }

  /** Usernames revoked, in order. */
  public List<String> revoked() {
    return List.copyOf(revoked);
  }

  @Override
  public List<IceServer> mint(
      CloudflareAccount account, TurnKey key, TimeToLive ttl, CustomIdentifier identifier) {
    requireNoTransaction();
    RuntimeException failure = mintFailures.getOrDefault(key.uid(), mintFailure);
    if (failure != null) {
      throw failure;
    }
    minted++;
    String username = key.uid() + "-" + minted;
    live.put(username, ttl);
    whileMinting.run();
    return List.of(
        new IceServer(List.of("stun:stun.example:3478"), null, null),
        new IceServer(
            List.of("turn:turn.example:3478?transport=udp"),
            username,
            Secret.of("password-of-" + username)));
  }

  @Override
  public Duration longestMinting() {
    return Duration.ofSeconds(4);
  }

  @Override
  public void revoke(CloudflareAccount account, TurnKey key, String username) {
    requireNoTransaction();
    if (revokeFailure != null) {
      throw revokeFailure;
    }
    live.remove(username);
    revoked.add(username);
  }

  private void requireNoTransaction() {
    if (transactions.isRunning()) {
      throw new IllegalStateException("A call to Cloudflare within a transaction");
    }
  }
}
