package org.turnpike.credentialservice.network;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.turnpike.network.AddressWatch;
import org.turnpike.network.ChangeTicket;
import org.turnpike.network.RelayAddress.Family;
import org.turnpike.network.Sight;

/** Addresses of Cloudflare's relays against what firewalls are open for. */
record AddressWatchReply(
    @Schema(description = "what firewalls are open for, as was acknowledged last")
        List<String> opened,
    SightReply ipv4,
    SightReply ipv6,
    @Schema(description = "what firewalls have to be open for") List<String> wanted,
    @Schema(description = "of these, what is not open yet") List<String> added,
    @Schema(description = "open, and no longer seen") List<String> removed,
    @Schema(description = "null while every address seen is open", nullable = true)
        CountdownReply countdown,
    @Schema(description = "the last look; null before the first", nullable = true) Instant lookedAt,
    @Schema(description = "who is asked") String resolver,
    @Schema(nullable = true) Instant acknowledgedAt,
    @Schema(description = "for operators alone", nullable = true) String acknowledgedBy,
    @Schema(description = "what to write to whoever runs the firewall") String ticket) {

  /** What is known of a family. */
  record SightReply(
      @Schema(description = "of all names, when they were last looked up") List<String> addresses,
      @Schema(description = "when that was; null before the first time", nullable = true)
          Instant seenAt,
      @Schema(description = "why the last look brought none", nullable = true) String problem) {
    static SightReply of(Sight sight) {
      return new SightReply(sight.seen().texts(), sight.at(), sight.problem());
    }
  }

  /** The days that Cloudflare gives. */
  record CountdownReply(Instant since, Instant until) {}

  /**
   * The reply.
   *
   * @param toOperator whether the caller may know who acknowledged
   */
  static AddressWatchReply of(AddressWatch watch, String resolver, boolean toOperator) {
    return new AddressWatchReply(
        watch.opened().texts(),
        SightReply.of(watch.sight(Family.IPV4)),
        SightReply.of(watch.sight(Family.IPV6)),
        watch.wanted().texts(),
        watch.added().texts(),
        watch.removed().texts(),
        watch.countdown() == null
            ? null
            : new CountdownReply(watch.countdown().since(), watch.countdown().until()),
        watch.lookedAt(),
        resolver,
        watch.acknowledgedAt(),
        toOperator ? watch.acknowledgedBy() : null,
        ChangeTicket.of(watch, ZoneOffset.UTC));
  }
}
