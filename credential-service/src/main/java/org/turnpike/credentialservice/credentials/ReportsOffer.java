package org.turnpike.credentialservice.credentials;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.turnpike.credential.IceServer;
import org.turnpike.credential.IssueCredentials.Issued;
import org.turnpike.credentialservice.rules.Json;
import org.turnpike.quality.ReportToken;
import org.turnpike.quality.ReportTokens;
import org.turnpike.shared.PublicAddress;
import org.turnpike.shared.TenantId;
import org.turnpike.tenant.TermsInForce;

/**
 * The part of a reply that lets browsers report on calls, where the tenant takes reports: a {@link
 * IceServersReply.RelayReportsOffer} as JSON. STUN alone has none: nobody was granted anything. A
 * token is signed once for each credential.
 */
@Dependent
class ReportsOffer {
  private static final String START = ",\"relayReports\":{\"url\":";

  /** What comes after the address; by identity, as in {@link IceServersText}. */
  private final Cache<List<IceServer>, String> signed = Caffeine.newBuilder().weakKeys().build();

  private final TermsInForce terms;
  private final ReportTokens tokens;
  private final PublicAddress address;

  @Inject
  ReportsOffer(TermsInForce terms, ReportTokens tokens, PublicAddress address) {
    this.terms = terms;
    this.tokens = tokens;
    this.address = address;
  }

  /** As {@link IceServersText} takes it: empty for none. */
  String of(HttpServletRequest request, TenantId tenant, Issued issued) {
    if (issued.grant() == null || !terms.of(tenant).relayReports()) {
      return "";
    }
    return START
        + Json.text(address.root(request.getRequestURL()) + "api/relay-reports")
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
}
