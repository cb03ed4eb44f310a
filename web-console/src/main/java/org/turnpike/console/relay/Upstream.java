package org.turnpike.console.relay;

import java.util.List;

/**
 * How many of the TURN keys that could mint do not.
 *
 * @param keys those that are active
 * @param troubled of them, those that Cloudflare does not mint with
 * @param unknown of them, those of which nobody knows
 */
public record Upstream(long keys, long troubled, long unknown) {
  static Upstream of(List<MintingRow> rows) {
    List<MintingRow.State> active =
        rows.stream()
            .map(MintingRow::state)
            .filter(
                state -> state != MintingRow.State.DRAINING && state != MintingRow.State.RETIRED)
            .toList();
    return new Upstream(
        active.size(),
        active.stream().filter(MintingRow.State::isTrouble).count(),
        active.stream().filter(MintingRow.State.NOT_KNOWN::equals).count());
  }

  public String value() {
    if (keys == 0) {
      return "–";
    }
    if (troubled > 0) {
      return troubled + " of " + keys + (troubled == 1 ? " does not mint" : " do not mint");
    }
    if (unknown > 0) {
      return "Not known";
    }
    return keys == 1 ? "Mints" : "All " + keys + " mint";
  }

  public String tone() {
    if (troubled > 0) {
      return "bad";
    }
    return unknown > 0 ? "warn" : keys > 0 ? "ok" : "";
  }
}
