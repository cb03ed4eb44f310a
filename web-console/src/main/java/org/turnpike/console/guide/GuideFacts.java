package org.turnpike.console.guide;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.turnpike.billing.RatePlan;
import org.turnpike.console.figures.Figures;
import org.turnpike.console.figures.TermsInWords;
import org.turnpike.network.AddressSet;
import org.turnpike.network.RelayAddress;
import org.turnpike.network.RelayAddress.Family;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.Terms;
import org.turnpike.tenant.TtlBounds;
import org.turnpike.tenant.WhenUnavailable;

/**
 * What a guide says of one tenant. No secret is among it.
 *
 * @param name what the guide calls the tenant: its name, or another way to write it
 * @param addresses of the relays, as they are now
 * @param url under which the product is reached, without a slash at its end
 * @param lag how long a window of usage rests before it is read
 * @param written when, in the zone of whoever reads it
 */
record GuideFacts(
    String name,
    Tenant tenant,
    RatePlan plan,
    AddressSet addresses,
    String url,
    Duration lag,
    ZonedDateTime written,
    String version) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm zzz", Locale.ENGLISH);

  GuideFacts {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(version, "version");
    name = legible(name);
  }

  static GuideFacts of(
      Tenant tenant,
      RatePlan plan,
      AddressSet addresses,
      URI base,
      Duration lag,
      ZonedDateTime written,
      String version) {
    String url = base.resolve("/").toString();
    return new GuideFacts(
        tenant.name(),
        tenant,
        plan,
        addresses,
        url.substring(0, url.length() - 1),
        lag,
        written,
        version);
  }

  GuideFacts called(String other) {
    return new GuideFacts(other, tenant, plan, addresses, url, lag, written, version);
  }

  String day() {
    return MINUTE.format(written);
  }

  /** By the placeholders of the text. */
  Map<String, String> values() {
    Map<String, String> values = new TreeMap<>();
    values.put("tenant.name", name);
    values.put("tenant.id", tenant.id().toString());
    values.put("url", url);
    values.put(
        "plan.free",
        plan.freeGigabytes().stripTrailingZeros().scale() <= 0
            ? Figures.whole(plan.freeGigabytes())
            : Figures.exactly(plan.freeGigabytes()));
    values.put("plan.price", Figures.money(plan.unitPrice()));
    values.put("lag", TermsInWords.life(lag.toSeconds()));
    putTerms(values);
    putDays(values);
    putAddresses(values);
    return values;
  }

  private void putAddresses(Map<String, String> values) {
    for (Family family : Family.values()) {
      String blocks =
          addresses.of(family).all().stream()
              .map(RelayAddress::block)
              .collect(Collectors.joining(", "));
      values.put("addresses." + family.label().toLowerCase(Locale.ROOT), blocks);
    }
  }

  private void putTerms(Map<String, String> values) {
    Terms terms = tenant.terms();
    TtlBounds ttl = terms.ttl();
    values.put("ttl.least", Figures.count(ttl.least()));
    values.put("ttl.most", Figures.count(ttl.most()));
    values.put("ttl.usual", Figures.count(ttl.usual()));
    values.put(
        "unavailable",
        terms.whenUnavailable() == WhenUnavailable.STUN_ONLY
            ? "you get STUN alone: calls that need no relay still come up"
            : "you get 503, and decide yourself what to show");
  }

  /** Days of usage are UTC. */
  private void putDays(Map<String, String> values) {
    LocalDate today = LocalDate.ofInstant(written.toInstant(), ZoneOffset.UTC);
    values.put("today", today + "T00:00:00Z");
    values.put("week.start", today.minusDays(7) + "T00:00:00Z");
  }

  /** What XML cannot hold is replaced. */
  private static String legible(String name) {
    return name.replaceAll(
        "[^\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
  }
}
