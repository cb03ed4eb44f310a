package org.turnpike.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.UsageSamples;
import org.turnpike.world.Samples;

/** A person on a shared TURN key is erased as the operations manual says. */
class ErasedIdentifierTest {
  private static final Path MANUAL = Path.of("../docs/operations.md");
  private static final String ERASING = "UPDATE turn_key_identifier";

  private final PostgresPorts ports = PostgresPorts.empty();
  private final Samples samples = new Samples(ports);
  private final TurnKey shared = samples.sharedKey(samples.account());

  @Test
  void while_cloudflare_tells_it_on_it_gets_no_second_share() throws Exception {
    discover("anna@example.com", "ben");

    erase("anna@example.com");
    discover("anna@example.com", "ben", "cem");

    assertThat(shares().stream().map(TurnKey::who))
        .containsExactlyInAnyOrder("erased", "ben", "cem");
    assertThat(ports.transactions().call(() -> ports.turnKeys().metered(ports.clock().instant())))
        .extracting(TurnKey::identifier)
        .containsExactlyInAnyOrder(null, "ben", "cem");
    assertThat(Rows.query(TestDatabase.as("postgres"), "SELECT t::text FROM turn_key_identifier t"))
        .noneMatch(row -> row.contains("anna"));
  }

  private void discover(String... identifiers) {
    UsageSamples.discover(ports, shared, Set.of(identifiers));
  }

  private List<TurnKey> shares() {
    return ports.transactions().call(() -> ports.turnKeys().shares(shared.id()));
  }

  private static void erase(String identifier) throws IOException, SQLException {
    String manual = Files.readString(MANUAL);
    int start = manual.indexOf(ERASING);
    String statement = manual.substring(start, manual.indexOf(';', start));
    try (Connection connection = TestDatabase.as("postgres").getConnection();
        Statement erasing = connection.createStatement()) {
      assertThat(erasing.executeUpdate(statement.replace("…", identifier))).isEqualTo(1);
    }
  }
}
