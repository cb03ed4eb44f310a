package org.turnpike.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Caller;
import org.turnpike.identity.ManageUsers;
import org.turnpike.identity.Role;
import org.turnpike.identity.RoleGrant;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Replacement;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.tenant.AccountDetails;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.CloudflareAccount.AuthScheme;
import org.turnpike.tenant.IssueApiKey;
import org.turnpike.tenant.LimitChange;
import org.turnpike.tenant.Networks;
import org.turnpike.tenant.Scopes;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.Samples;

class SecretsAtRestTest {
  private final PostgresPorts ports = PostgresPorts.empty();
  private final Samples samples = new Samples(ports);
  private final DataSource database = TestDatabase.as(TestDatabase.OWNER);

  @Test
  void columns_of_secrets_hold_ciphertext_another_each_time() throws SQLException {
    CloudflareAccount account = accountWithSecrets();
    samples.turnKey(samples.tenant("acme", account));
    List<String> columns = new ArrayList<>();
    for (String column : List.of("api_token", "analytics_token", "organization_api_key")) {
      columns.addAll(Rows.query(database, "SELECT " + column + " FROM cloudflare_account"));
    }
    columns.addAll(Rows.query(database, "SELECT secret FROM turn_key"));
    assertThat(columns).hasSize(4).allMatch(text -> text.startsWith("v1:")).doesNotHaveDuplicates();
    Encryption encryption = new Encryption(key(new byte[32]));
    assertThat(encryption.encrypt(Secret.of("a"))).isNotEqualTo(encryption.encrypt(Secret.of("a")));
    assertThat(encryption.decrypt(columns.get(0)).reveal()).isEqualTo("api token");
  }

  @Test
  void no_secret_stands_anywhere_in_the_database_in_clear() throws SQLException {
    CloudflareAccount account = accountWithSecrets();
    Tenant acme = samples.tenant("acme", account);
    TurnKey key = samples.turnKey(acme);
    Secret password = Secret.of("correct horse battery");
    ManageUsers users =
        new ManageUsers(ports.users(), ports.audit(), ports.transactions(), ports.clock());
    users.ensureFirstOperator("a@example.com", password);
    Secret invitation =
        users
            .invite(Caller.SYSTEM, "b@example.com", "B", Set.of(new RoleGrant(Role.FINANCE, null)))
            .token();
    Secret apiKey = issueApiKey(acme);
    String dump = dump();
    assertThat(dump).contains("a@example.com", key.uid());
    assertThat(dump)
        .doesNotContain("api token", "analytics token", "organization key")
        .doesNotContain(key.secret().reveal())
        .doesNotContain(password.reveal(), invitation.reveal(), apiKey.reveal());
  }

  @Test
  void another_master_key_than_the_one_they_were_stored_under_fails_clearly() {
    String stored = new Encryption(key(new byte[32])).encrypt(Secret.of("token"));
    byte[] other = new byte[32];
    other[0] = 1;
    assertThatIllegalStateException()
        .isThrownBy(() -> new Encryption(key(other)).decrypt(stored))
        .withMessageContaining("turnpike.master.key");
  }

  @Test
  void a_column_that_was_tampered_with_is_not_read() {
    Encryption encryption = new Encryption(key(new byte[32]));
    String stored = encryption.encrypt(Secret.of("token"));
    char changed = stored.charAt(20) == 'A' ? 'B' : 'A';
    assertThatIllegalStateException()
        .isThrownBy(
            () -> encryption.decrypt(stored.substring(0, 20) + changed + stored.substring(21)));
    assertThatIllegalStateException().isThrownBy(() -> encryption.decrypt("token"));
  }

  @Test
  void a_master_key_has_32_bytes() {
    for (String wrong : List.of("", "AAAA", "not base64!", "file:/nowhere")) {
      assertThatIllegalStateException()
          .isThrownBy(() -> Encryption.requireKey(settings(wrong)))
          .withMessageContaining("turnpike.master.key");
    }
  }

  private CloudflareAccount accountWithSecrets() {
    AccountDetails details =
        new AccountDetails(
            "Main",
            "0123456789abcdef0123456789abcdef",
            Secret.of("api token"),
            Replacement.by(Secret.of("analytics token")),
            AuthScheme.BASIC,
            Replacement.by("organization"),
            Replacement.by(Secret.of("organization key")),
            null,
            null,
            null,
            null,
            null);
    CloudflareAccount account = new CloudflareAccount(details, ports.clock().instant());
    ports.transactions().run(() -> ports.accounts().add(account));
    return account;
  }

  private Secret issueApiKey(Tenant tenant) {
    return new IssueApiKey(
            ports.apiKeys(),
            ports.tenants(),
            ports.audit(),
            ports.epoch(),
            ports.transactions(),
            ports.clock())
        .issue(
            Caller.SYSTEM,
            tenant.id(),
            "backend",
            new Scopes(EnumSet.of(Scope.CREDENTIALS)),
            Networks.ANYWHERE,
            null,
            LimitChange.NONE)
        .key();
  }

  private String dump() throws SQLException {
    DataSource everything = TestDatabase.as("postgres"); // behind no wall
    StringBuilder dump = new StringBuilder();
    for (String table :
        Rows.query(everything, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
      Rows.query(everything, "SELECT t::text FROM " + table + " t").forEach(dump::append);
    }
    return dump.toString();
  }

  private static Settings key(byte[] bytes) {
    return settings(Base64.getEncoder().encodeToString(bytes));
  }

  private static Settings settings(String masterKey) {
    Map<Setting, String> given = Map.of(Setting.MASTER_KEY, masterKey);
    return new Settings(setting -> Optional.ofNullable(given.get(setting)));
  }
}
