package org.turnpike.credentialservice.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.turnpike.credential.CredentialGrant;
import org.turnpike.credential.GrantId;
import org.turnpike.credential.IceServer;
import org.turnpike.credential.IssueCredentials.Issued;
import org.turnpike.credentialservice.rules.FakeRequest;
import org.turnpike.credentialservice.rules.Json;
import org.turnpike.quality.ReportToken;
import org.turnpike.quality.ReportTokens;
import org.turnpike.shared.PublicAddress;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Setting;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.TenantSamples;
import org.turnpike.tenant.TermsInForce;
import org.turnpike.world.World;

class ReportsOfferTest {
  private static final Pattern FIELD =
      Pattern.compile(
          ",\"relayReports\":\\{\"url\":\"(.*)\",\"token\":\"(.*)\",\"expiresAt\":\"(.*)\"\\}");

  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final TermsInForce terms = new TermsInForce(world.tenants(), world.transactions());
  private final ReportTokens tokens =
      new ReportTokens(
          purpose -> ("0".repeat(32) + purpose).getBytes(StandardCharsets.UTF_8), world.clock());
  private final HttpServletRequest call = new FakeRequest("/api/v1/ice-servers").request();

  @Test
  void a_tenant_that_takes_no_reports_gets_nothing_more() {
    assertThat(offer().of(call, acme.id(), issued(grant(1)))).isEmpty();
  }

  @Test
  void one_that_does_gets_a_token_of_its_own_and_of_the_grant() {
    switchOn();
    Issued issued = issued(grant(1));
    String text = offer().of(call, acme.id(), issued);
    Matcher field = field(text);
    ReportToken token = tokens.checked(field.group(2));
    assertThat(token.tenant()).isEqualTo(acme.id());
    assertThat(token.grant()).isEqualTo(issued.grant());
    assertThat(token.expiresAt()).isEqualTo(issued.expiresAt().plus(Duration.ofHours(1)));
    assertThat(text)
        .as("reads as the reply does")
        .isEqualTo(
            ",\"relayReports\":"
                + Json.text(
                    new IceServersReply.RelayReportsOffer(
                        "https://called.example/api/relay-reports",
                        Secret.of(field.group(2)),
                        token.expiresAt())));
  }

  @Test
  void each_credential_has_its_own_token_also_from_memory() {
    switchOn();
    ReportsOffer offer = offer();
    Issued one = issued(grant(1));
    Issued other = issued(grant(2));
    String first = offer.of(call, acme.id(), one);
    assertThat(offer.of(call, acme.id(), other)).isNotEqualTo(first);
    assertThat(offer.of(call, acme.id(), one)).isEqualTo(first);
  }

  @Test
  void stun_alone_has_none() {
    switchOn();
    assertThat(offer().of(call, acme.id(), issued(null))).isEmpty();
  }

  @Test
  void browsers_go_to_the_public_address_where_one_is_set() {
    switchOn();
    world.set(Setting.PUBLIC_URL, "https://turnpike.example/");
    assertThat(field(offer().of(call, acme.id(), issued(grant(1)))).group(1))
        .isEqualTo("https://turnpike.example/api/relay-reports");
  }

  private static Matcher field(String text) {
    Matcher field = FIELD.matcher(text);
    assertThat(field.matches()).as(text).isTrue();
    return field;
  }

  private void switchOn() {
    TenantSamples.setRelayReports(world, acme, true);
    terms.forget();
  }

  private ReportsOffer offer() {
    return new ReportsOffer(terms, tokens, new PublicAddress(world.settings()));
  }

  private static GrantId grant(int number) {
    return new GrantId(new UUID(1, number));
  }

  private Issued issued(GrantId grant) {
    Instant ends = world.clock().instant().plus(Duration.ofMinutes(10));
    return new Issued(
        List.of(new IceServer(List.of("turn:turn.example"), "user", Secret.of("password"))),
        Duration.ofMinutes(10),
        ends,
        ends.minusSeconds(60),
        grant,
        CredentialGrant.Source.MINTED);
  }
}
