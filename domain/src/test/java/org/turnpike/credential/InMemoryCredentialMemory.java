package org.turnpike.credential;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

public final class InMemoryCredentialMemory implements CredentialMemory {
  private final Map<Holder, HeldCredential> remembered = new ConcurrentHashMap<>();
  private final AtomicLong forgotten = new AtomicLong();

  @Override
  public Optional<HeldCredential> find(Holder holder) {
    return Optional.ofNullable(remembered.get(holder));
  }

  @Override
  public long mark() {
    return forgotten.get();
  }

  @Override
  public void remember(long mark, Holder holder, HeldCredential credential) {
    if (mark == forgotten.get()) {
      remembered.put(holder, credential);
    }
  }

  @Override
  public void forgetAll() {
    forgotten.incrementAndGet();
    remembered.clear();
  }
}
