package org.turnpike.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Replacement;
import org.turnpike.shared.Secret;
import org.turnpike.tenant.CloudflareAccount.AuthScheme;
import org.turnpike.tenant.CloudflareAccount.MintEndpoint;
import org.turnpike.world.PortContract;
import org.turnpike.world.Samples;

public abstract class CloudflareAccountsContract extends PortContract {
  private static final String TAG = "0123456789abcdef0123456789abcdef";

  @Test
  void an_account_is_kept_with_all_it_was_told() {
    AccountDetails everything =
        new AccountDetails(
            "Main",
            TAG,
            Secret.of("token"),
            Replacement.by(Secret.of("analytics token")),
            AuthScheme.BASIC,
            Replacement.by("organization"),
            Replacement.by(Secret.of("organization's key")),
            31,
            "https://rtc.example/v1",
            "https://api.example/v4",
            MintEndpoint.GENERATE,
            Replacement.by("https://mint.example/{keyId}"));
    CloudflareAccount account = add(everything);
    assertThat(find(account)).usingRecursiveComparison().isEqualTo(account);
  }

  @Test
  void what_was_left_out_stays_out() {
    CloudflareAccount account = add(Samples.details("Main", TAG, null));
    assertThat(find(account)).usingRecursiveComparison().isEqualTo(account);
    assertThat(find(account).analyticsToken()).isEqualTo(account.apiToken());
    assertThat(call(() -> ports.accounts().find(new AccountId(UUID.randomUUID())))).isEmpty();
  }

  @Test
  void a_new_token_takes_the_old_one_s_place() {
    CloudflareAccount account = add(Samples.details("Main", TAG, null));
    AccountDetails change =
        new AccountDetails(
            null, null, Secret.of("new"), null, null, null, null, 7, null, null, null, null);
    run(() -> ports.accounts().find(account.id()).orElseThrow().change(change));
    assertThat(find(account).apiToken()).isEqualTo(Secret.of("new"));
    assertThat(find(account).billingDay()).isEqualTo(7);
  }

  @Test
  void it_is_found_by_cloudflare_s_id_whatever_its_case() {
    CloudflareAccount account = add(Samples.details("Main", TAG, null));
    assertThat(call(() -> ports.accounts().findByTag(TAG.toUpperCase(Locale.ROOT))))
        .map(CloudflareAccount::id)
        .contains(account.id());
    assertThat(call(() -> ports.accounts().findByTag("f".repeat(32)))).isEmpty();
  }

  @Test
  void all_are_listed_by_name() {
    add(Samples.details("bravo", "b".repeat(32), null));
    add(Samples.details("Alpha", "a".repeat(32), null));
    add(Samples.details("Charlie", "c".repeat(32), null));
    assertThat(call(ports.accounts()::all))
        .extracting(CloudflareAccount::name)
        .containsExactly("Alpha", "bravo", "Charlie");
  }

  private CloudflareAccount add(AccountDetails details) {
    CloudflareAccount account = new CloudflareAccount(details, ports.clock().instant());
    run(() -> ports.accounts().add(account));
    return account;
  }

  private CloudflareAccount find(CloudflareAccount account) {
    return call(() -> ports.accounts().find(account.id()).orElseThrow());
  }
}
