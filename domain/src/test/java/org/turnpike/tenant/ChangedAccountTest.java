package org.turnpike.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.world.Refusals.assertInvalid;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Replacement;
import org.turnpike.shared.Secret;
import org.turnpike.tenant.CloudflareAccount.AuthScheme;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

/** What a change of an account takes, where its secrets may go then, and what is told of it. */
class ChangedAccountTest {
  private static final Secret TOKEN = Secret.of("api token");
  private static final Replacement<Secret> ANALYTICS = Replacement.by(Secret.of("analytics token"));
  private static final Replacement<Secret> KEY = Replacement.by(Secret.of("organization's key"));
  private static final String MINT_URL = "https://mint.example/{keyId}";

  private final World world = new World();
  private final ManageAccounts manage =
      new ManageAccounts(
          world.accounts(), world.probe, world.audit(), world.transactions(), world.clock());
  private AccountId id;

  @BeforeEach
  void an_account_with_all_there_is() {
    id =
        manage
            .add(
                Callers.operator(),
                new AccountDetails(
                    "Main",
                    "0123456789abcdef0123456789abcdef",
                    TOKEN,
                    ANALYTICS,
                    AuthScheme.BASIC,
                    Replacement.by("organization"),
                    KEY,
                    null,
                    null,
                    null,
                    null,
                    Replacement.by(MINT_URL)))
            .id();
    world.probe.tried().clear();
  }

  @Test
  void what_need_not_be_there_can_be_removed() {
    change(
        new AccountDetails(
            null,
            null,
            null,
            Replacement.byNothing(),
            AuthScheme.BEARER,
            Replacement.byNothing(),
            Replacement.byNothing(),
            null,
            null,
            null,
            null,
            Replacement.byNothing()));
    assertThat(account().mintUrl()).isNull();
    assertThat(account().analyticsToken()).isEqualTo(TOKEN);
    assertThat(account().organizationId()).isNull();
    assertThat(account().organizationApiKey()).isNull();
    assertThat(world.entries().get(0).detail())
        .isEqualTo(
            "no analytics token any more, authentication basic -> bearer, organization"
                + " organization -> none, no organization API key any more, whole minting address "
                + MINT_URL
                + " -> none");
  }

  @Test
  void basic_keeps_what_it_needs() {
    assertInvalid("authScheme", () -> change(organization(Replacement.byNothing())));
    assertThat(account().organizationId()).isEqualTo("organization");
  }

  @Test
  void the_api_moves_to_another_host_with_both_of_its_tokens_entered_again() {
    for (String elsewhere :
        new String[] {
          "https://evil.example/client/v4",
          "https://api.cloudflare.com:8443/client/v4",
          "http://localhost/client/v4"
        }) {
      assertInvalid("apiToken", () -> change(api(null, ANALYTICS, elsewhere)));
      assertInvalid("apiToken", () -> change(api(Secret.of("my own"), ANALYTICS, elsewhere)));
      assertInvalid("analyticsToken", () -> change(api(TOKEN, null, elsewhere)));
    }
    assertThat(world.probe.tried()).as("nothing was sent anywhere").isEmpty();
    change(api(TOKEN, ANALYTICS, "https://gateway.example/client/v4"));
    assertThat(account().apiUrl()).isEqualTo("https://gateway.example/client/v4");
  }

  @Test
  void on_its_host_it_moves_freely() {
    change(api(null, null, "https://API.cloudflare.com:443/client/v5"));
    assertThat(account().apiUrl()).endsWith("/v5");
  }

  @Test
  void minting_moves_to_another_host_with_the_api_token_and_the_organization_s_key() {
    String elsewhere = "https://evil.example/v1";
    assertInvalid("apiToken", () -> change(minting(null, KEY, elsewhere, null)));
    assertInvalid("organizationApiKey", () -> change(minting(TOKEN, null, elsewhere, null)));
    String whole = "https://evil.example/{keyId}";
    assertInvalid("apiToken", () -> change(minting(null, KEY, null, whole)));
    assertInvalid("organizationApiKey", () -> change(minting(TOKEN, null, null, whole)));
    change(minting(TOKEN, KEY, "https://turn.example/v1", "https://turn.example/{keyId}"));
    assertThat(account().rtcUrl()).isEqualTo("https://turn.example/v1");
    assertThat(account().mintUrl()).isEqualTo("https://turn.example/{keyId}");
  }

  @Test
  void the_trail_tells_what_changed_and_no_secret() {
    change(
        new AccountDetails(
            "Main office",
            null,
            Secret.of("tpt-1"),
            null,
            null,
            null,
            null,
            31,
            null,
            null,
            null,
            null));
    assertThat(world.entries().get(0).action()).isEqualTo("account.changed");
    assertThat(world.entries().get(0).detail())
        .isEqualTo("name Main -> Main office, new API token, billing day 1 -> 31");
  }

  @Test
  void a_change_of_nothing_is_none() {
    change(api(TOKEN, null, null));
    assertThat(world.acts()).containsExactly("account.added");
  }

  private CloudflareAccount account() {
    return manage.find(Callers.operator(), id);
  }

  private void change(AccountDetails details) {
    manage.change(Callers.operator(), id, details);
  }

  private static AccountDetails api(
      Secret apiToken, Replacement<Secret> analyticsToken, String apiUrl) {
    return new AccountDetails(
        null, null, apiToken, analyticsToken, null, null, null, null, null, apiUrl, null, null);
  }

  private static AccountDetails minting(
      Secret apiToken, Replacement<Secret> organizationApiKey, String rtcUrl, String mintUrl) {
    return new AccountDetails(
        null,
        null,
        apiToken,
        null,
        null,
        null,
        organizationApiKey,
        null,
        rtcUrl,
        null,
        null,
        mintUrl == null ? null : Replacement.by(mintUrl));
  }

  private static AccountDetails organization(Replacement<String> organizationId) {
    return new AccountDetails(
        null, null, null, null, null, organizationId, null, null, null, null, null, null);
  }
}
