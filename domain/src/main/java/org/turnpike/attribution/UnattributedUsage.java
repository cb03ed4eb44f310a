package org.turnpike.attribution;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.RelayedVolume;

/**
 * What was relayed on shared TURN keys and is nobody's; within reach only of a transaction that
 * reaches everyone.
 */
public interface UnattributedUsage {
  /**
   * What is nobody's of a share, without what was written off. More may have been written off than
   * is left, as Cloudflare restates usage; that makes nothing outstanding, and is no debt.
   *
   * @param volume neither part is negative, and one at least is positive
   * @param first the UTC day of the first usage
   * @param last the UTC day of the last usage
   */
  record Outstanding(TurnKeyId share, RelayedVolume volume, LocalDate first, LocalDate last) {}

  /**
   * All there is together.
   *
   * @param shares how many have any
   */
  record Total(int shares, RelayedVolume volume) {}

  Total total();

  /** Those with the most egress first. */
  List<Outstanding> largest(int most);

  Optional<Outstanding> find(TurnKeyId share);

  void add(WriteOff writeOff);

  /** The latest first. */
  List<WriteOff> writeOffs(int most);
}
