package org.turnpike.network;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.turnpike.network.RelayAddress.Family;
import org.turnpike.shared.Unavailable;
import org.turnpike.world.InMemoryTransactions;

/** A DNS that says what a test wants; it is never asked within a transaction. */
public final class FakeRelayAddresses implements RelayAddresses {
  private final InMemoryTransactions transactions;
  private final Map<String, AddressSet> records = new HashMap<>();
  private final Map<Family, String> failures = new EnumMap<>(Family.class);
  private final List<String> asked = new ArrayList<>();
  private Runnable meanwhile = () -> {};

  public FakeRelayAddresses(InMemoryTransactions transactions) {
    this.transactions = transactions;
    says(AddressSet.PUBLISHED.texts().toArray(String[]::new));
  }

  /** Both names have these. */
  public void says(String... addresses) {
    for (String name : NAMES) {
      nameSays(name, addresses);
    }
  }

  public void nameSays(String name, String... addresses) {
    records.put(name, AddressSet.of(List.of(addresses)));
  }

  /** Questions for the second name are answered no more. */
  public void failHalfway(Family family) {
    failures.put(family, NAMES.get(1));
  }

  public void fail(Family family) {
    failures.put(family, "cloudflare.com");
  }

  public void heal() {
    failures.clear();
  }

  /** What happens while it is asked. */
  public void onAsked(Runnable what) {
    meanwhile = what;
  }

  public int asked() {
    return asked.size();
  }

  @Override
  public AddressSet find(String name, Family family) {
    if (transactions.isRunning()) {
      throw new IllegalStateException("Asking within a transaction");
    }
    asked.add(name);
    meanwhile.run();
    if (failures.containsKey(family) && name.endsWith(failures.get(family))) {
      throw new Unavailable("The resolver does not answer.", null);
    }
    return records.get(name).of(family);
  }

  @Override
  public String resolver() {
    return "a fake";
  }
}
