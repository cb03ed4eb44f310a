package org.turnpike.systemtests.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.turnpike.cloudflare.CloudflareHttp;
import org.turnpike.identity.Caller;
import org.turnpike.persistence.PostgresPorts;
import org.turnpike.shared.Reach;
import org.turnpike.shared.Replacement;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Setting;
import org.turnpike.shared.TimeRange;
import org.turnpike.simulator.AnalyticsRules;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.tenant.AccountDetails;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.FakeTurnKeyProvider;
import org.turnpike.turnkey.ProvisionTurnKey;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.UsageWindow;
import org.turnpike.world.Samples;

/**
 * The collector without a server, an empty ledger, and the simulated Cloudflare. Both clocks stand
 * still until they are moved.
 */
final class Bare implements AutoCloseable {
  /** A Wednesday: who relays at all relays then. */
  static final Instant START = Instant.parse("2026-11-18T12:07:30Z");

  /** The default of {@link Setting#COLLECT_LAG}. */
  private static final Duration LAG = Duration.ofMinutes(2);

  private static final String KEEP = "'flyway_schema_history', 'rate_plan', 'epoch', 'ledger_head'";

  private static PostgresPorts shared;

  private final Postgres postgres;
  private final Cloud cloud;
  private final List<MeteredKey> keys = new ArrayList<>();
  private PostgresPorts ports;
  private CloudflareHttp http;
  private Duration skew = Duration.ZERO;

  private Bare(Postgres postgres, PostgresPorts ports, AnalyticsRules rules) {
    try {
      empty(postgres);
      this.cloud = new Cloud(rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.postgres = postgres;
    connect(ports);
    set(START);
  }

  private void connect(PostgresPorts to) {
    ports = to;
    http = Collector.http(to);
  }

  /** Over a PostgreSQL that nobody breaks. */
  static synchronized Bare unbroken(AnalyticsRules rules) {
    try {
      Postgres postgres = Postgres.shared();
      if (shared == null) {
        shared = PostgresPorts.over(postgres.as(Postgres.APPLICATION));
      }
      return new Bare(postgres, shared, rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static Bare over(Postgres postgres, AnalyticsRules rules) {
    return new Bare(postgres, PostgresPorts.over(postgres.as(Postgres.APPLICATION)), rules);
  }

  private static void empty(Postgres postgres) {
    String tables =
        "SELECT string_agg(format('%I', tablename), ', ') FROM pg_tables"
            + " WHERE schemaname = 'public' AND tablename NOT IN ("
            + KEEP
            + ")";
    try (Connection connection = postgres.as(Postgres.OWNER).getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(tables)) {
      row.next();
      postgres.asSuperuser(
          "TRUNCATE " + row.getString(1),
          "UPDATE ledger_head SET posting = 0, hash = decode(repeat('00', 32), 'hex')");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Cloud cloud() {
    return cloud;
  }

  Postgres postgres() {
    return postgres;
  }

  PostgresPorts ports() {
    return ports;
  }

  /** As a pool that noticed that its connections are gone. */
  void reconnect() {
    connect(PostgresPorts.over(postgres.as(Postgres.APPLICATION)));
    set(now());
  }

  /** The time at Cloudflare. */
  Instant now() {
    return cloud.clock().instant();
  }

  void set(Instant now) {
    cloud.clock().set(now.toString());
    ports.clock().set(now.plus(skew).toString());
  }

  void pass(Duration time) {
    set(now().plus(time));
  }

  /** From now on our clock is so much ahead of Cloudflare's. */
  void skew(Duration ahead) {
    skew = ahead;
    set(now());
  }

  CloudflareAccount account(String name) {
    String tag = TestTenant.tag(name);
    String token = "token-of-" + name;
    cloud.openAccount(tag, token);
    CloudflareAccount account =
        new CloudflareAccount(
            new AccountDetails(
                name,
                tag,
                Secret.of(token),
                Replacement.by(Secret.of(token)),
                null,
                null,
                null,
                1,
                null,
                cloud.apiUrl().toString(),
                null,
                null),
            ports.clock().instant());
    ports.transactions().run(() -> ports.accounts().add(account));
    return account;
  }

  /** A key of a tenant and an account of its own, which relays since then. */
  MeteredKey key(String name, Instant since) {
    return key(name, account(name), since);
  }

  MeteredKey key(String name, CloudflareAccount account, Instant since) {
    Tenant tenant = new Samples(ports).tenant(name, account);
    TurnKey turnKey = adopted(tenant, "uid-of-" + name);
    cloud.relay(account.accountTag(), turnKey.uid(), since);
    MeteredKey key =
        new MeteredKey(turnKey.id(), tenant.id(), turnKey.uid(), UsageWindow.floor(since));
    keys.add(key);
    return key;
  }

  /** By its own name, of which its traffic is made: that of a test is always the same. */
  private TurnKey adopted(Tenant tenant, String uid) {
    Secret secret = Secret.of("secret-of-" + uid);
    FakeTurnKeyProvider cloudflare = new FakeTurnKeyProvider();
    cloudflare.hold(uid, secret);
    return new ProvisionTurnKey(
            ports.turnKeys(),
            ports.tenants(),
            ports.accounts(),
            cloudflare,
            ports.audit(),
            ports.transactions(),
            ports.clock())
        .adopt(Caller.SYSTEM, tenant.id(), "production", uid, secret);
  }

  Collector collector() {
    return collector(Map.of());
  }

  Collector collector(Map<Setting, String> settings) {
    return collector(settings, range -> {});
  }

  Collector collector(Map<Setting, String> settings, Consumer<TimeRange> afterReading) {
    return new Collector(ports, http, settings, afterReading);
  }

  /** A round, by a collector that remembers nothing. */
  void collect() {
    collector().collect();
  }

  Kept kept(MeteredKey key) {
    return agreement().kept(key);
  }

  Truth truth(MeteredKey key) {
    return agreement().truth(key);
  }

  /** Where the last window ends that is to be read now. */
  Instant newest() {
    return UsageWindow.floor(ports.clock().instant().minus(LAG));
  }

  /** That the ledger is whole, and holds what Cloudflare shows, as far as it says. */
  void assertShown() {
    agreement().assertHolds(keys, Truth::shown, latest());
  }

  /** That the ledger is whole, and holds what is true, as far as it says; and its totals too. */
  void assertTrue() {
    agreement().assertHolds(keys, Truth::settled, latest());
    for (MeteredKey key : keys) {
      Kept kept = kept(key);
      if (!kept.lines().isEmpty()) {
        assertThat(total(key, new TimeRange(kept.lines().firstKey(), kept.through())))
            .isEqualTo(kept.total());
      }
    }
  }

  /** The same when all figures are final, and all are in. */
  void assertTrueInTheEnd() {
    pass(Duration.ofHours(3));
    collect();
    assertTrue();
    assertAllRead();
  }

  void assertAllRead() {
    assertThat(keys).allSatisfy(key -> assertThat(kept(key).through()).isEqualTo(newest()));
  }

  /** Right after something broke. */
  void assertSound() {
    agreement().assertSound(keys, latest());
  }

  private Agreement agreement() {
    return new Agreement(postgres.as(Postgres.OWNER), cloud.control());
  }

  /** Nobody can tell us that our clock is ahead. */
  private Instant latest() {
    return skew.isNegative() ? now() : now().plus(skew);
  }

  private RelayedVolume total(MeteredKey key, TimeRange range) {
    return ports
        .transactions()
        .call(Reach.EVERYONE, () -> ports.ledger().totals(Set.of(key.tenant()), range))
        .getOrDefault(key.tenant(), Map.of())
        .getOrDefault(key.id(), RelayedVolume.NONE);
  }

  @Override
  public void close() {
    cloud.close();
  }
}
