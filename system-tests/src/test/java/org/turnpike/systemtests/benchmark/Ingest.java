package org.turnpike.systemtests.benchmark;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.postgresql.PGConnection;
import org.turnpike.persistence.PostgresPorts;
import org.turnpike.shared.Reach;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.UsageReading;
import org.turnpike.usage.UsageRecord;
import org.turnpike.usage.UsageSamples;
import org.turnpike.usage.UsageWindow;
import org.turnpike.world.Samples;

/** The same readings, into the same table with the same indexes, in one way each. */
final class Ingest implements Load {
  static final Side COPY = side("straight COPY");
  static final Side APPEND = side("Turnpike, append");
  static final Side WHOLE = side("Turnpike, whole path");
  static final Side REPLAY = side("Turnpike, all of it again");
  static final Side LINES = side("JPA, a line at a time, no more");
  static final Side ALL = side("JPA, a reading at a time, all of it");

  private static final Set<Side> CHAINED = Set.of(APPEND, WHOLE, REPLAY, ALL);
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final int KEYS = Integer.getInteger("benchmark.keys", 200);
  private static final int WINDOWS = Integer.getInteger("benchmark.windows", 1_000);
  private static final int ONE_BY_ONE = 5_000;
  private static final String COLUMNS =
      "posting, turn_key_id, tenant_id, window_start, window_end, revision, egress_bytes,"
          + " ingress_bytes, read_egress_bytes, read_ingress_bytes, posted_at, hash";
  private static final TimeRange RANGE =
      new TimeRange(START, START.plus(UsageWindow.LENGTH.multipliedBy(WINDOWS)));

  private final LedgerDatabase database;
  private final PostgresPorts ports;
  private final List<TurnKey> keys = new ArrayList<>();
  private final List<UsageReading> readings = new ArrayList<>();
  private final Map<Side, Way> ways =
      Map.of(
          COPY, this::copy,
          APPEND, this::append,
          WHOLE, this::post,
          REPLAY, this::replay,
          LINES, () -> oneByOne(OneByOne::keep),
          ALL, () -> oneByOne(OneByOne::post));

  /** Puts readings in. */
  @FunctionalInterface
  private interface Way {
    /** Returns the rows a second. */
    double run() throws SQLException, IOException;
  }

  Ingest(LedgerDatabase database) {
    this.database = database;
    this.ports = PostgresPorts.over(database.as(LedgerDatabase.APPLICATION));
    Samples samples = new Samples(ports);
    for (int i = 0; i < KEYS; i++) {
      Tenant tenant = samples.tenant("tenant-" + i);
      keys.add(samples.turnKey(tenant));
    }
    for (int i = 0; i < WINDOWS; i++) {
      readings.add(
          new UsageReading(
              START.plus(UsageWindow.LENGTH.multipliedBy(i)),
              RelayedVolume.ofBytes(1_000_000_007L * i, 1_000_003L * i)));
    }
  }

  private static Side side(String name) {
    return new Side(name, URI.create("urn:ledger"));
  }

  @Override
  public Measured on(Side side) throws IOException {
    try {
      database.emptyLedger();
      double perSecond = ways.get(side).run();
      if (CHAINED.contains(side)) {
        database.verifyLedger();
      }
      return new Measured(perSecond, 0);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private double copy() throws SQLException, IOException {
    String rows = rows();
    try (Connection connection = database.as(LedgerDatabase.SUPERUSER).getConnection()) {
      long start = System.nanoTime();
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY usage_record (" + COLUMNS + ") FROM STDIN", new StringReader(rows));
      return perSecond(KEYS * WINDOWS, start);
    }
  }

  private String rows() {
    StringBuilder rows = new StringBuilder();
    Instant now = ports.clock().instant();
    long posting = 0;
    for (TurnKey key : keys) {
      for (UsageReading reading : readings) {
        posting++;
        long egress = reading.volume().egress().bytes();
        long ingress = reading.volume().ingress().bytes();
        rows.append(posting).append('\t').append(key.id().value());
        rows.append('\t').append(key.tenant().value()).append('\t').append(reading.window());
        rows.append('\t').append(reading.window().plus(UsageWindow.LENGTH)).append("\t0\t");
        rows.append(egress).append('\t').append(ingress).append('\t').append(egress).append('\t');
        rows.append(ingress).append('\t').append(now).append("\t\\\\x");
        rows.append(HexFormat.of().toHexDigits(posting)).append("0".repeat(48)).append('\n');
      }
    }
    return rows.toString();
  }

  private double append() {
    Instant now = ports.clock().instant();
    List<List<UsageRecord>> lines =
        keys.stream()
            .map(
                key ->
                    readings.stream().map(reading -> UsageRecord.first(key, reading, now)).toList())
            .toList();
    long start = System.nanoTime();
    lines.forEach(
        batch -> ports.transactions().run(Reach.EVERYONE, () -> ports.ledger().append(batch)));
    return perSecond(KEYS * WINDOWS, start);
  }

  private double post() {
    long start = System.nanoTime();
    keys.forEach(key -> UsageSamples.post(ports, key, RANGE, readings));
    return perSecond(KEYS * WINDOWS, start);
  }

  private double replay() {
    post();
    Object before = ports.transactions().call(Reach.EVERYONE, ports.ledger()::head);
    double perSecond = post();
    if (!ports.transactions().call(Reach.EVERYONE, ports.ledger()::head).equals(before)) {
      throw new AssertionError("What was there already was posted again");
    }
    return perSecond;
  }

  private double oneByOne(BiConsumer<OneByOne, UsageRecord> way) {
    OneByOne jpa = new OneByOne(ports.entities());
    Instant now = ports.clock().instant();
    long start = System.nanoTime();
    for (int i = 0; i < ONE_BY_ONE; i++) {
      UsageRecord line = UsageRecord.first(keys.get(i / WINDOWS), readings.get(i % WINDOWS), now);
      ports.transactions().run(Reach.EVERYONE, () -> way.accept(jpa, line));
    }
    return perSecond(ONE_BY_ONE, start);
  }

  private static double perSecond(int rows, long startNanos) {
    return rows / (Duration.ofNanos(System.nanoTime() - startNanos).toNanos() / 1e9);
  }
}
