package org.turnpike.console.guide;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.Properties;
import org.turnpike.billing.RatePlan;
import org.turnpike.billing.RatePlans;
import org.turnpike.console.shell.Look;
import org.turnpike.network.AddressesInUse;
import org.turnpike.shared.PublicAddress;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.shared.Transactions;
import org.turnpike.tenant.Tenant;

/** Gathers what a tenant's guide says of it. */
@RequestScoped
public class WriteGuide {
  @Inject PublicAddress address;
  @Inject HttpServletRequest request;
  @Inject AddressesInUse inUse;
  @Inject Settings settings;
  @Inject RatePlans plans;
  @Inject Transactions transactions;
  @Inject Look look;
  @Inject Clock clock;

  GuideFacts about(Tenant tenant) {
    RatePlan plan = transactions.call(() -> plans.find(tenant.plan())).orElseThrow();
    return GuideFacts.of(
        tenant,
        plan,
        inUse.now(),
        URI.create(address.root(request.getRequestURL())),
        settings.duration(Setting.COLLECT_LAG),
        clock.instant().atZone(look.zone()),
        version());
  }

  private static String version() {
    Properties product = new Properties();
    try {
      product.load(new ByteArrayInputStream(Guide.resource("product.properties")));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return product.getProperty("version");
  }
}
