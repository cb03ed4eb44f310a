package org.turnpike.credentialservice.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.tenant.TrustedProxies;

/** From which country a call comes, where a proxy that is trusted says so. */
@ApplicationScoped
public class CountryOfCall {
  private TrustedProxies proxies;
  private String header;

  protected CountryOfCall() {}

  @Inject
  public CountryOfCall(TrustedProxies proxies, Settings settings) {
    this.proxies = proxies;
    this.header = settings.text(Setting.REPORTS_COUNTRY_HEADER);
  }

  /** As the proxy writes it; null when none says anything. */
  String of(HttpServletRequest request) {
    return proxies.trusts(request.getRemoteAddr()) ? request.getHeader(header) : null;
  }
}
