package org.turnpike.console.network;

import java.util.ArrayList;
import java.util.List;
import org.turnpike.network.AddressSet;
import org.turnpike.network.AddressWatch;
import org.turnpike.network.RelayAddress;
import org.turnpike.network.RelayAddress.Family;

/** An address, whether firewalls are open for it, and whether it is seen. */
public record AddressRow(RelayAddress address, boolean opened, boolean seen, boolean known) {
  static List<AddressRow> of(AddressWatch watch) {
    List<AddressRow> rows = new ArrayList<>();
    AddressSet seen = watch.seen();
    for (RelayAddress address : watch.opened().plus(watch.wanted()).all()) {
      Family family = address.family();
      rows.add(
          new AddressRow(
              address,
              watch.opened().contains(address),
              seen.contains(address),
              watch.sight(family).at() != null));
    }
    return rows;
  }

  public String state() {
    if (!opened) {
      return "To be opened";
    }
    if (!known) {
      return "Not looked up yet";
    }
    return seen ? "In use" : "No longer in use";
  }

  public String tone() {
    if (!opened) {
      return "warn";
    }
    return seen ? "ok" : "";
  }
}
