package org.turnpike.credentialservice.credentials;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.turnpike.credential.IceServer;
import org.turnpike.credential.IssueCredentials.Issued;
import org.turnpike.credentialservice.rules.Json;
import org.turnpike.quality.ReportToken;
import org.turnpike.quality.ReportTokens;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.shared.TenantId;
import org.turnpike.tenant.TermsInForce;

/**
 * The part of a reply that lets browsers report on calls, where the tenant takes reports: a {@link
 * IceServersReply.RelayReportsOffer} as JSON. STUN alone has none: nobody was granted anything. A
 * token is signed once for each credential.
 */
@Dependent
class ReportsOffer {
  private static final String PATH = "relay-reports";
  private static final String START = ",\"relayReports\":{\"url\":";

  /** What comes after the address; by identity, as in {@link IceServersText}. */
  private final Cache<List<IceServer>, String> signed = Caffeine.newBuilder().weakKeys().build();

  private final TermsInForce terms;
  private final ReportTokens tokens;
  private final String publicUrl;

  @Inject
  ReportsOffer(TermsInForce terms, ReportTokens tokens, Settings settings) {
    this.terms = terms;
    this.tokens = tokens;
    this.publicUrl =
        settings.uri(Setting.PUBLIC_URL).map(root -> Json.text(below(root))).orElse(null);
  }

  /** As {@link IceServersText} takes it: empty for none. */
  String of(HttpServletRequest request, TenantId tenant, Issued issued) {
    if (issued.grant() == null || !terms.of(tenant).relayReports()) {
      return "";
    }
    return START
        + (publicUrl == null ? Json.text(asCalled(request)) : publicUrl)
        + signed.get(issued.iceServers(), same -> sign(tenant, issued));
  }

  private String sign(TenantId tenant, Issued issued) {
    ReportToken token = ReportTokens.of(tenant, issued.grant(), issued.expiresAt());
    return ",\"token\":\""
        + tokens.signed(token).reveal()
        + "\",\"expiresAt\":\""
        + token.expiresAt()
        + "\"}";
  }

  private static String below(URI root) {
    String base = root.toString();
    return (base.endsWith("/") ? base : base + "/") + "api/" + PATH;
  }

  /** Beside the address that was called: {@code …/api/v1/ice-servers}. */
  private static String asCalled(HttpServletRequest request) {
    return URI.create(request.getRequestURL().toString()).resolve("../" + PATH).toString();
  }
}
