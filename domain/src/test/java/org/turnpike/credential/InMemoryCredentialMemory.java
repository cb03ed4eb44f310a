package org.turnpike.credential;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

public final class InMemoryCredentialMemory implements CredentialMemory {
  private final Map<Holder, RememberedCredential> remembered = new ConcurrentHashMap<>();
  private final AtomicLong forgotten = new AtomicLong();

  @Override
  public Optional<HeldCredential> handOut(Holder holder, Instant now) {
    return Optional.ofNullable(remembered.get(holder)).map(known -> known.handOut(now));
  }

  @Override
  public Optional<HeldCredential> find(Holder holder) {
    return Optional.ofNullable(remembered.get(holder)).map(RememberedCredential::credential);
  }

  @Override
  public List<CredentialRequest> toRenew(Instant now) {
    return remembered.values().stream()
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
    if (mark == forgotten.get()) {
      remembered.merge(
          request.holder(),
          new RememberedCredential(request, credential, now),
          (known, fresh) -> known.renewed(request, credential));
    }
  }

  @Override
  public void forget(Holder holder, GrantId grant) {
    remembered.computeIfPresent(
        holder, (same, known) -> known.credential().grant().equals(grant) ? null : known);
  }

  @Override
  public void forgetAll() {
    forgotten.incrementAndGet();
    remembered.clear();
  }
}
