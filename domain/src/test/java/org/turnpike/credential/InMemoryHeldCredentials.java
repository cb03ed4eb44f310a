package org.turnpike.credential;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeys;
import org.turnpike.world.InMemoryTransactions;
import org.turnpike.world.Table;

public final class InMemoryHeldCredentials implements HeldCredentials {
  private final Table<GrantId, Row> table;
  private final CredentialGrants grants;
  private final TurnKeys keys;

  private record Row(Holder holder, HeldCredential credential) {
    GrantId key() {
      return credential.grant();
    }
  }

  public InMemoryHeldCredentials(
      InMemoryTransactions transactions, CredentialGrants grants, TurnKeys keys) {
    this.table = transactions.table(Row::key);
    this.grants = grants;
    this.keys = keys;
  }

  @Override
  public void add(Holder holder, HeldCredential credential) {
    table.add(new Row(holder, credential));
  }

  @Override
  public Optional<HeldCredential> find(Holder holder, Instant lasting) {
    return table.seen().stream()
        .filter(row -> row.holder().equals(holder))
        .map(Row::credential)
        .filter(credential -> credential.expiresAt().isAfter(lasting))
        .filter(credential -> stillHandedOut(credential.grant()))
        .max(Comparator.comparing(HeldCredential::expiresAt));
  }

  private boolean stillHandedOut(GrantId id) {
    CredentialGrant grant = grants.find(id).orElseThrow();
    return grant.revokedAt() == null
        && keys.find(grant.turnKey()).orElseThrow().state() == TurnKey.State.ACTIVE;
  }

  @Override
  public void forget(GrantId grant) {
    table.remove(grant);
  }

  @Override
  public int forgetExpiredBefore(Instant instant) {
    List<GrantId> over =
        table.all().stream()
            .map(Row::credential)
            .filter(credential -> credential.expiresAt().isBefore(instant))
            .map(HeldCredential::grant)
            .toList();
    over.forEach(table::remove);
    return over.size();
  }
}
