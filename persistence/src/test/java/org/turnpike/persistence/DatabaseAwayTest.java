package org.turnpike.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.Unavailable;

/** Nothing is wrong with the call: it can be made again once the database is back. */
class DatabaseAwayTest {
  @Test
  void a_call_while_postgresql_is_stopped_is_to_be_made_again_later() throws IOException {
    EmbeddedPostgres postgres = EmbeddedPostgres.start();
    PGSimpleDataSource database = (PGSimpleDataSource) postgres.getPostgresDatabase();
    try (EntityManagerFactory factory = ResourceLocal.factory(database)) {
      PostgresPorts ports = PostgresPorts.over(factory);
      ports.transactions().run(() -> {});
      postgres.close();
      assertUnavailable(ports);
      assertUnavailable(ports);
    } finally {
      postgres.close();
    }
  }

  @Test
  void so_is_one_whose_connection_is_cut() {
    PGSimpleDataSource database = TestDatabase.as(TestDatabase.APPLICATION);
    database.setApplicationName("to be cut");
    try (EntityManagerFactory factory = ResourceLocal.factory(database)) {
      PostgresPorts ports = PostgresPorts.over(factory);
      assertThatThrownBy(
              () ->
                  ports
                      .transactions()
                      .run(
                          () -> {
                            ports.epoch().advance();
                            TestDatabase.asSuperuser(
                                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                    + " WHERE application_name = 'to be cut'");
                            ports.epoch().current();
                          }))
          .isInstanceOf(Unavailable.class);
    }
  }

  private static void assertUnavailable(PostgresPorts ports) {
    TenantId any = new TenantId(UUID.randomUUID());
    assertThatThrownBy(() -> ports.transactions().call(() -> ports.tenants().find(any)))
        .isInstanceOfSatisfying(
            Unavailable.class,
            away -> {
              assertThat(away.retryAfter()).isPositive();
              assertThat(away).hasMessage("Turnpike's database cannot be reached.");
            });
  }
}
