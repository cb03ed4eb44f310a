package org.turnpike.console.guide;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;
import org.turnpike.billing.RatePlan;
import org.turnpike.network.AddressSet;
import org.turnpike.shared.Money;
import org.turnpike.tenant.AccountId;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.TenantDetails;
import org.turnpike.tenant.TtlChange;
import org.turnpike.tenant.WhenUnavailable;

/** What guides of made-up tenants say. */
final class Guides {
  static final Instant WRITTEN = Instant.parse("2026-11-26T08:30:00Z");

  private Guides() {}

  static GuideFacts maple() {
    return of("Maple Health");
  }

  static GuideFacts of(String name) {
    return of(name, TtlChange.to(300, 7_200, 3_600), WhenUnavailable.REFUSE);
  }

  static GuideFacts of(String name, TtlChange ttl, WhenUnavailable whenUnavailable) {
    TenantDetails details =
        new TenantDetails(name, "maple", null, null, null, null, ttl, whenUnavailable, null, null);
    return GuideFacts.of(
        new Tenant(
            details,
            new AccountId(UUID.fromString("00000000-0000-7000-8000-000000000001")),
            WRITTEN),
        new RatePlan(
            "standard",
            "Standard",
            new Money(new BigDecimal("0.05"), Currency.getInstance("USD")),
            BigDecimal.valueOf(1_000),
            1_000_000_000),
        AddressSet.PUBLISHED,
        URI.create("https://turn.example.org/console/integration.xhtml"),
        Duration.ofMinutes(2),
        WRITTEN.atZone(ZoneId.of("Europe/Berlin")),
        "1.2.3");
  }
}
