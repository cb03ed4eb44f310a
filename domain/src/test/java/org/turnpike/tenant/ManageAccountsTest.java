package org.turnpike.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.tenant.AccountProbe.Answer.OK;
import static org.turnpike.tenant.AccountProbe.Answer.REFUSED;
import static org.turnpike.tenant.AccountProbe.Answer.UNREACHABLE;
import static org.turnpike.world.Refusals.assertInvalid;
import static org.turnpike.world.Refusals.assertRefused;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Replacement;
import org.turnpike.shared.Secret;
import org.turnpike.tenant.CloudflareAccount.AuthScheme;
import org.turnpike.world.Callers;
import org.turnpike.world.Samples;
import org.turnpike.world.World;

class ManageAccountsTest {
  private static final String TAG = "0123456789abcdef0123456789abcdef";

  private final World world = new World();
  private final ManageAccounts manage =
      new ManageAccounts(
          world.accounts(), world.probe, world.audit(), world.transactions(), world.clock());

  @Test
  void an_account_is_added_once_its_tokens_were_tried() {
    CloudflareAccount added = add();
    assertThat(added.billingDay()).isEqualTo(1);
    assertThat(added.authScheme()).isEqualTo(AuthScheme.BEARER);
    assertThat(added.rtcUrl()).isEqualTo("https://rtc.live.cloudflare.com/v1");
    assertThat(added.analyticsToken()).isEqualTo(added.apiToken());
    assertThat(world.probe.tried()).containsExactly(added.apiToken());
    assertThat(manage.list(Callers.operator())).hasSize(1);
    assertThat(world.acts()).containsExactly("account.added");
  }

  @Test
  void a_refused_token_keeps_the_account_out_and_so_does_a_cloudflare_out_of_reach() {
    world.probe.answer(REFUSED, OK);
    assertInvalid("apiToken", this::add);
    world.probe.answer(OK, REFUSED);
    assertInvalid("analyticsToken", this::add);
    world.probe.answer(UNREACHABLE, OK);
    assertRefused(Rejected.Reason.CONFLICT, this::add);
    assertThat(manage.list(Callers.operator())).isEmpty();
  }

  @Test
  void an_account_is_added_once_whatever_the_case_of_its_tag() {
    add();
    assertRefused(
        Rejected.Reason.CONFLICT,
        () ->
            manage.add(
                Callers.operator(), Samples.details("Again", TAG.toUpperCase(Locale.ROOT), null)));
  }

  @Test
  void a_new_token_that_is_refused_leaves_the_old_one() {
    AccountId id = add().id();
    world.probe.answer(REFUSED, OK);
    AccountDetails details = token("new token");
    assertInvalid("apiToken", () -> manage.change(Callers.operator(), id, details));
    assertThat(manage.find(Callers.operator(), id).apiToken().reveal()).isEqualTo("token-of-Main");
    world.probe.answer(OK, OK);
    manage.change(Callers.operator(), id, details);
    assertThat(manage.find(Callers.operator(), id).apiToken().reveal()).isEqualTo("new token");
    assertThat(manage.find(Callers.operator(), id).name()).isEqualTo("Main");
  }

  @Test
  void the_cloudflare_account_behind_it_never_changes() {
    AccountId id = add().id();
    assertInvalid(
        "accountId",
        () -> manage.change(Callers.operator(), id, Samples.details("Main", "f".repeat(32), null)));
    manage.change(
        Callers.operator(), id, Samples.details("Main", TAG.toUpperCase(Locale.ROOT), 15));
    assertThat(manage.find(Callers.operator(), id).billingDay()).isEqualTo(15);
  }

  @Test
  void a_bad_value_is_refused_by_its_field() {
    assertInvalid("accountId", () -> add(Samples.details("Main", "not hex", null)));
    assertInvalid("accountId", () -> add(Samples.details("Main", null, null)));
    assertInvalid("name", () -> add(Samples.details(" ", TAG, null)));
    assertInvalid("name", () -> add(Samples.details("a\u0000", TAG, null)));
    assertInvalid("billingDay", () -> add(Samples.details("Main", TAG, 0)));
    assertInvalid("billingDay", () -> add(Samples.details("Main", TAG, 32)));
    for (String url :
        new String[] {"http://example.com", "https:example.com", "ftp://x", "https://", "a b"}) {
      assertInvalid("rtcUrl", () -> add(urls(url, null)));
    }
    assertInvalid("mintUrl", () -> add(urls(null, "https://example.com/mint")));
    assertInvalid("rtcUrl", () -> add(urls("https://user@example.com/", null)));
    assertInvalid("mintUrl", () -> add(urls(null, "https://{keyId}:x@example.com/")));
    assertThat(add(urls("http://127.0.0.1:9000/v1", "https://example.com/{keyId}/mint")).mintUrl())
        .isEqualTo("https://example.com/{keyId}/mint");
  }

  @Test
  void basic_needs_organization_and_its_key() {
    assertInvalid(
        "authScheme",
        () ->
            add(
                new AccountDetails(
                    "Main",
                    TAG,
                    Secret.of("t"),
                    null,
                    AuthScheme.BASIC,
                    Replacement.by("org"),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null)));
  }

  @Test
  void only_operators_manage_accounts() {
    AccountId id = add().id();
    assertRefused(Rejected.Reason.FORBIDDEN, () -> manage.list(Callers.finance()));
    assertRefused(Rejected.Reason.FORBIDDEN, () -> manage.find(Callers.finance(), id));
    assertRefused(Rejected.Reason.FORBIDDEN, () -> manage.check(Callers.finance(), id));
    assertRefused(
        Rejected.Reason.FORBIDDEN, () -> manage.change(Callers.finance(), id, token("t")));
  }

  private CloudflareAccount add() {
    return add(Samples.details("Main", TAG, null));
  }

  private CloudflareAccount add(AccountDetails details) {
    return manage.add(Callers.operator(), details);
  }

  private static AccountDetails token(String token) {
    return new AccountDetails(
        null, null, Secret.of(token), null, null, null, null, null, null, null, null, null);
  }

  private static AccountDetails urls(String rtcUrl, String mintUrl) {
    return new AccountDetails(
        "Main",
        TAG,
        Secret.of("t"),
        null,
        null,
        null,
        null,
        null,
        rtcUrl,
        null,
        null,
        Replacement.by(mintUrl));
  }
}
