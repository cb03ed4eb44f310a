package org.turnpike.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.analytics.BreakdownSamples;
import org.turnpike.analytics.LeakSamples;
import org.turnpike.quality.ReportSamples;
import org.turnpike.shared.Reach;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.UsageReading;
import org.turnpike.usage.UsageRecord;
import org.turnpike.usage.UsageSamples;
import org.turnpike.world.Samples;

/** The second wall: row-level security on the ledger, its months and its sums by day. */
class ReachTest {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final String TEN = "2026-11-22T10:00:00Z";
  private static final int INTERLEAVINGS = 10_000;
  private static final int THREADS = 8;

  private final PostgresPorts ports = PostgresPorts.empty();
  private final Samples samples = new Samples(ports);
  private final TenantId acme = samples.tenant("acme").id();
  private final TenantId other = samples.tenant("other").id();

  @BeforeEach
  void both_have_used_something() {
    for (TenantId tenant : List.of(acme, other)) {
      Instant ten = Instant.parse(TEN);
      TurnKey key =
          samples.turnKey(ports.transactions().call(() -> ports.tenants().find(tenant)).get());
      UsageSamples.post(
          ports,
          key,
          new TimeRange(ten, ten.plusSeconds(3600)),
          List.of(new UsageReading(ten, RelayedVolume.ofBytes(100, 10))));
      new BreakdownSamples()
          .by(TEN, "anna", 100, 10)
          .at(TEN, "DE", "Frankfurt", 100)
          .connected(TEN, "2", "1")
          .put(ports, key, TEN, 1);
      LeakSamples.add(ports, key, "nobody's", TEN, 100);
      ports.transactions().run(Reach.EVERYONE, () -> ports.leaks().examined(key, ten));
      ReportSamples.keep(ports, tenant, ReportSamples.relayed());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "usage_record",
        "usage_record_2026_11",
        "usage_day",
        "usage_reply",
        "usage_identifier",
        "usage_by_identifier",
        "usage_by_place",
        "usage_connections",
        "usage_broken_down",
        "possible_leak",
        "leak_watch",
        "relay_call",
      })
  void without_a_tenant_set_a_query_fails_and_the_owner_s_too(String table) {
    assertThatThrownBy(
            () -> Rows.query(TestDatabase.as(TestDatabase.OWNER), "SELECT count(*) FROM " + table))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "usage_record",
        "usage_record_2026_11",
        "usage_day",
        "usage_reply",
        "usage_identifier",
        "usage_by_identifier",
        "usage_by_place",
        "usage_connections",
        "usage_broken_down",
        "possible_leak",
        "leak_watch",
        "relay_call",
      })
  void with_one_set_only_his_rows_are_there_and_with_none_or_afterwards_nothing(String table)
      throws SQLException {
    try (Connection connection = TestDatabase.as(TestDatabase.OWNER).getConnection()) {
      connection.setAutoCommit(false);
      assertThat(tenants(connection, table, acme.toString())).containsExactly(acme.toString());
      assertThat(tenants(connection, table, acme + "," + other)).hasSize(2);
      assertThat(tenants(connection, table, "all")).hasSize(2);
      assertThat(tenants(connection, table, "none")).isEmpty();
      connection.commit();
      assertThatThrownBy(() -> tenants(connection, table, null))
          .hasMessageContaining("usage is out of reach");
    }
  }

  @Test
  void a_line_of_another_tenant_cannot_be_posted() {
    TurnKey key =
        samples.turnKey(ports.transactions().call(() -> ports.tenants().find(acme)).get());
    UsageRecord line =
        UsageRecord.first(
            key,
            new UsageReading(Instant.parse("2026-11-22T11:00:00Z"), RelayedVolume.ofBytes(1, 1)),
            ports.clock().instant());
    assertThatThrownBy(
            () ->
                ports
                    .transactions()
                    .run(new Reach(Set.of(other)), () -> ports.ledger().append(List.of(line))))
        .hasMessageContaining("row-level security");
  }

  @Test
  void no_connection_of_the_pool_carries_a_tenant_over() {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<CompletableFuture<Integer>> runs = new ArrayList<>();
      for (int seed = 0; seed < THREADS; seed++) {
        SplittableRandom random = new SplittableRandom(seed);
        runs.add(CompletableFuture.supplyAsync(() -> interleave(random), threads));
      }
      assertThat(runs.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(INTERLEAVINGS);
    } finally {
      threads.shutdown();
    }
  }

  /** How many transactions saw what they should. */
  private int interleave(SplittableRandom random) {
    int right = 0;
    for (int i = 0; i < INTERLEAVINGS / THREADS; i++) {
      Set<TenantId> mine =
          switch (random.nextInt(16)) {
            case 0 -> null;
            case 1, 2, 3, 4, 5 -> Set.of(acme);
            case 6, 7, 8, 9, 10 -> Set.of(other);
            default -> Set.of(acme, other);
          };
      boolean rollBack = random.nextInt(4) == 0;
      right += sees(mine, rollBack) ? 1 : 0;
    }
    return right;
  }

  private boolean sees(Set<TenantId> mine, boolean rollBack) {
    try {
      return mine == null
          ? ports.transactions().call(() -> totals().isEmpty())
          : ports.transactions().call(new Reach(mine), () -> seesExactly(mine, rollBack));
    } catch (RuntimeException e) {
      return mine == null
          ? e.getMessage().contains("usage is out of reach")
          : "as it should".equals(e.getMessage());
    }
  }

  private boolean seesExactly(Set<TenantId> mine, boolean rollBack) {
    boolean right = totals().keySet().equals(mine);
    if (right && rollBack) {
      throw new IllegalStateException("as it should");
    }
    return right;
  }

  private Map<TenantId, ?> totals() {
    return ports
        .ledger()
        .totals(Set.of(acme, other), new TimeRange(TimeRange.EARLIEST, TimeRange.LATEST));
  }

  private static List<String> tenants(Connection connection, String table, String reach)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (reach != null) {
        statement.execute("SELECT set_config('turnpike.reach', '" + reach + "', true)");
      }
      List<String> tenants = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery("SELECT DISTINCT tenant_id FROM " + table)) {
        while (rows.next()) {
          tenants.add(rows.getString(1));
        }
      }
      return tenants;
    }
  }
}
