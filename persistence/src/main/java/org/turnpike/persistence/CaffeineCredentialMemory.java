package org.turnpike.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.turnpike.credential.CredentialMemory;
import org.turnpike.credential.CredentialRequest;
import org.turnpike.credential.GrantId;
import org.turnpike.credential.HeldCredential;
import org.turnpike.credential.Holder;
import org.turnpike.credential.IceServer;
import org.turnpike.credential.RememberedCredential;

/** Bounded in bytes, and so in entries: each weighs at least {@link #BYTES_OF_ANY}. */
@ApplicationScoped
public class CaffeineCredentialMemory implements CredentialMemory {
  private static final long MOST_BYTES = 128L * 1024 * 1024;
  private static final int BYTES_OF_ANY = 1024;

  private final Cache<Holder, RememberedCredential> remembered =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .<Holder, RememberedCredential>weigher((holder, known) -> weight(known.credential()))
          .build();
  private final AtomicLong forgotten = new AtomicLong();

  @Override
  public Optional<HeldCredential> handOut(Holder holder, Instant now) {
    return Optional.ofNullable(remembered.getIfPresent(holder)).map(known -> known.handOut(now));
  }

  @Override
  public Optional<HeldCredential> find(Holder holder) {
    return Optional.ofNullable(remembered.getIfPresent(holder))
        .map(RememberedCredential::credential);
  }

  @Override
  public List<CredentialRequest> toRenew(Instant now) {
    return remembered.asMap().values().stream()
        .filter(known -> known.isToRenew(now))
        .map(RememberedCredential::request)
        .toList();
  }

  @Override
  public long mark() {
    return forgotten.get();
  }

  @Override
  public void remember(
      long mark, CredentialRequest request, HeldCredential credential, Instant now) {
    remembered
        .asMap()
        .compute(
            request.holder(),
            (holder, known) -> {
              if (forgotten.get() != mark) {
                return known;
              }
              return known == null
                  ? new RememberedCredential(request, credential, now)
                  : known.renewed(request, credential);
            });
  }

  @Override
  public void forget(Holder holder, GrantId grant) {
    remembered
        .asMap()
        .computeIfPresent(
            holder, (same, known) -> known.credential().grant().equals(grant) ? null : known);
  }

  @Override
  public void forgetAll() {
    forgotten.incrementAndGet();
    remembered.invalidateAll();
  }

  /** About: characters are counted as bytes, and the rest is rounded up. */
  private static int weight(HeldCredential credential) {
    int bytes = BYTES_OF_ANY;
    for (IceServer server : credential.iceServers()) {
      for (String url : server.urls()) {
        bytes += url.length();
      }
      bytes += server.username() == null ? 0 : server.username().length();
    }
    return bytes;
  }
}
