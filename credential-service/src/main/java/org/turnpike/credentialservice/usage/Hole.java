package org.turnpike.credentialservice.usage;

import java.time.Instant;
import java.util.List;
import org.turnpike.shared.TimeRange;
import org.turnpike.usage.Completeness;

/** A span whose usage is lost: Cloudflare kept it no longer when it was read. */
record Hole(Instant start, Instant end) {
  static List<Hole> in(Completeness completeness, TimeRange range) {
    return completeness.lostWithin(range).stream()
        .map(hole -> new Hole(hole.start(), hole.end()))
        .toList();
  }
}
