package org.turnpike.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnpike.identity.Caller;
import org.turnpike.identity.ManageUsers;
import org.turnpike.identity.Role;
import org.turnpike.identity.RoleGrant;
import org.turnpike.identity.Scope;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.UsageSamples;
import org.turnpike.world.Samples;

/** What must be there once is there once, though two nodes write at the same time. */
class UniqueOnceTest {
  private static final String UNIQUE_VIOLATION = "23505";

  private final PostgresPorts ports = PostgresPorts.empty();
  private final Samples samples = new Samples(ports);

  @ParameterizedTest
  @CsvSource({
    "tenant, id",
    "turn_key, id",
    "cloudflare_account, id",
    "api_key, id",
    "user_account, 'id, invitation_hash'",
  })
  void a_second_row_like_the_first_is_refused_though_its_id_is_new(String table, String but)
      throws SQLException {
    fill();
    String columns =
        String.join(
            ", ",
            Rows.query(
                TestDatabase.as(TestDatabase.OWNER),
                "SELECT column_name FROM information_schema.columns WHERE table_name = '"
                    + table
                    + "' AND is_identity = 'NO' AND column_name NOT IN ('"
                    + but.replace(", ", "', '")
                    + "')"));
    String copy =
        "INSERT INTO %1$s (id, %2$s) SELECT gen_random_uuid(), %2$s FROM %1$s LIMIT 1"
            .formatted(table, columns);
    assertThatThrownBy(() -> Rows.execute(TestDatabase.as(TestDatabase.OWNER), copy))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(UNIQUE_VIOLATION));
  }

  @Test
  void a_line_posted_twice_is_refused_though_its_posting_is_new() throws SQLException {
    fill();
    assertThatThrownBy(
            () ->
                Rows.execute(
                    TestDatabase.as("postgres"),
                    """
                    INSERT INTO usage_record
                    SELECT posting + 1, turn_key_id, tenant_id, window_start, window_end, revision,
                      egress_bytes, ingress_bytes, read_egress_bytes, read_ingress_bytes, posted_at,
                      hash
                    FROM usage_record
                    """))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(UNIQUE_VIOLATION));
  }

  @Test
  void nodes_that_post_the_same_reading_at_the_same_time_post_it_once() throws SQLException {
    TurnKey key = samples.turnKey(samples.tenant("acme"));
    CompletableFuture<?>[] nodes = new CompletableFuture<?>[4];
    Arrays.setAll(
        nodes,
        node ->
            CompletableFuture.runAsync(
                () -> UsageSamples.relayed(ports, key, "2026-11-22T10:00:00Z", 100, 10)));
    CompletableFuture.allOf(nodes).join();
    assertThat(
            Rows.query(
                TestDatabase.as("postgres"),
                "SELECT count(*) || ' line of ' || sum(egress_bytes) FROM usage_record"))
        .containsExactly("1 line of 100");
  }

  private void fill() {
    Tenant acme = samples.tenant("acme");
    TurnKey key = samples.turnKey(acme);
    samples.apiKey(acme.id(), Scope.USAGE);
    UsageSamples.relayed(ports, key, "2026-11-22T10:00:00Z", 100, 10);
    new ManageUsers(ports.users(), ports.audit(), ports.transactions(), ports.clock())
        .invite(Caller.SYSTEM, "a@example.com", "A", Set.of(new RoleGrant(Role.OPERATOR, null)));
  }
}
