package org.turnpike.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Scope;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.Samples;

/**
 * Between the last look at whether a credential may be handed out and its being recorded, nobody
 * disables what it was found with. Others who record meanwhile do not wait.
 */
class HeldWhileRecordingTest {
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final PostgresPorts ports = PostgresPorts.empty();
  private final Samples samples = new Samples(ports);
  private final Tenant acme = samples.tenant("acme");
  private final TurnKey key = samples.turnKey(acme);
  private final ApiKey apiKey = samples.apiKey(acme.id(), Scope.CREDENTIALS);

  @Test
  void nobody_suspends_a_tenant_that_is_held() {
    assertHeld("tenant", () -> ports.tenants().findAndHold(acme.id()));
  }

  @Test
  void nobody_retires_a_turn_key_that_is_held() {
    assertHeld("turn_key", () -> ports.turnKeys().findAndHold(key.id()));
  }

  @Test
  void nobody_revokes_an_api_key_that_is_held() {
    assertHeld("api_key", () -> ports.apiKeys().findAndHold(apiKey.id()));
  }

  private void assertHeld(String table, Supplier<Optional<?>> holding) {
    ports
        .transactions()
        .run(
            () -> {
              assertThat(holding.get()).isPresent();
              assertThatThrownBy(lock(table, "NO KEY UPDATE"))
                  .as("to change it one has to wait")
                  .isInstanceOfSatisfying(
                      SQLException.class,
                      e -> assertThat(e.getSQLState()).isEqualTo(LOCK_NOT_AVAILABLE));
              assertThatCode(lock(table, "SHARE")).doesNotThrowAnyException();
            });
    assertThatCode(lock(table, "NO KEY UPDATE")).as("afterwards").doesNotThrowAnyException();
  }

  private static ThrowingCallable lock(String table, String strength) {
    return () ->
        Rows.query(
            TestDatabase.as(TestDatabase.APPLICATION),
            "SELECT id FROM " + table + " FOR " + strength + " NOWAIT");
  }
}
