package org.turnpike.credential;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Table;

public final class InMemoryCredentialReserve implements CredentialReserve {
  private final Table<UUID, ReserveCredential> table;

  private record Kind(TurnKeyId turnKey, TimeToLive ttl) {
    static Kind of(ReserveCredential credential) {
      return new Kind(credential.turnKey(), credential.ttl());
    }
  }

  public InMemoryCredentialReserve(InMemoryTransactions transactions) {
    table = transactions.table(ReserveCredential::id);
  }

  @Override
  public void add(ReserveCredential credential) {
    table.add(credential);
  }

  @Override
  public Optional<ReserveCredential> take(Fitting fitting) {
    Optional<ReserveCredential> oldest =
        table.all().stream()
            .filter(credential -> fits(credential, fitting))
            .min(Comparator.comparing(credential -> credential.minted().mintedAt()));
    oldest.ifPresent(credential -> table.remove(credential.id()));
    return oldest;
  }

  private static boolean fits(ReserveCredential credential, Fitting fitting) {
    MintedCredential minted = credential.minted();
    return credential.turnKey().equals(fitting.turnKey())
        && !minted.mintedAt().isAfter(fitting.mintedBy())
        && !minted.expiresAt().isBefore(fitting.lasting())
        && !minted.expiresAt().isAfter(fitting.ending());
  }

  @Override
  public List<Level> levels(Instant lasting) {
    return table.all().stream()
        .filter(credential -> credential.minted().expiresAt().isAfter(lasting))
        .collect(groupingBy(Kind::of, counting()))
        .entrySet()
        .stream()
        .map(e -> new Level(e.getKey().turnKey(), e.getKey().ttl(), e.getValue()))
        .toList();
  }

  @Override
  public void forget(TurnKeyId turnKey) {
    remove(credential -> credential.turnKey().equals(turnKey));
  }

  @Override
  public int forgetExpiredBefore(Instant instant) {
    return remove(credential -> credential.minted().expiresAt().isBefore(instant));
  }

  private int remove(Predicate<ReserveCredential> which) {
    List<ReserveCredential> gone = table.all().stream().filter(which).toList();
    gone.forEach(credential -> table.remove(credential.id()));
    return gone.size();
  }
}
