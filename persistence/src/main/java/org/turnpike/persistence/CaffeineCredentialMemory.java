package org.turnpike.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.turnpike.credential.CredentialMemory;
import org.turnpike.credential.HeldCredential;
import org.turnpike.credential.Holder;
import org.turnpike.credential.IceServer;

/** Bounded in bytes, and so in entries: each weighs at least {@link #BYTES_OF_ANY}. */
@ApplicationScoped
public class CaffeineCredentialMemory implements CredentialMemory {
  private static final long MOST_BYTES = 128L * 1024 * 1024;
  private static final int BYTES_OF_ANY = 1024;

  private final Cache<Holder, HeldCredential> remembered =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .<Holder, HeldCredential>weigher((holder, credential) -> weight(credential))
          .build();
  private final AtomicLong forgotten = new AtomicLong();

  @Override
  public Optional<HeldCredential> find(Holder holder) {
    return Optional.ofNullable(remembered.getIfPresent(holder));
  }

  @Override
  public long mark() {
    return forgotten.get();
  }

  @Override
  public void remember(long mark, Holder holder, HeldCredential credential) {
    remembered
        .asMap()
        .compute(holder, (key, known) -> forgotten.get() == mark ? credential : known);
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
