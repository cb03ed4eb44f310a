package org.turnpike.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnpike.credential.CustomIdentifier;
import org.turnpike.credential.MintedCredential;
import org.turnpike.credential.ReserveCredential;
import org.turnpike.identity.Scope;
import org.turnpike.persistence.KilledProcess.HandedOut;
import org.turnpike.tenant.ApiKeyId;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.Samples;

/** Killed at many points, each another: what was handed out by then is on record, and whole. */
class KilledWhileIssuingTest {
  private static final Logger LOG = System.getLogger(KilledWhileIssuingTest.class.getName());
  private static final int POINTS = Integer.getInteger("issuing.kills", 12);
  private static final int STOCK = 2_000;
  private static final int SECONDS_OF_REHEARSAL = 2;
  private static final int SECONDS_TO_LIVE = 120;

  /** One process after the other in each, so that a regular is served by one at a time. */
  private static final int LANES = 2;

  private static final DataSource DATABASE = TestDatabase.as(TestDatabase.APPLICATION);

  @TempDir static Path folder;

  private static final List<KilledProcess> killed = new ArrayList<>();

  @BeforeAll
  static void kill() throws IOException, InterruptedException, ExecutionException {
    ApiKeyId rehearsing = tenantAlone();
    List<String> options =
        ClassArchive.of(
            given -> command(given, rehearsing, LANES, POINTS, SECONDS_OF_REHEARSAL), folder);
    ApiKeyId apiKey = tenantAlone();
    ExecutorService lanes = Executors.newFixedThreadPool(LANES);
    try {
      List<Future<List<KilledProcess>>> running =
          IntStream.range(0, LANES)
              .mapToObj(lane -> lanes.submit(() -> killAll(options, apiKey, lane)))
              .toList();
      for (Future<List<KilledProcess>> each : running) {
        killed.addAll(each.get());
      }
    } finally {
      lanes.shutdownNow();
    }
  }

  /** In an otherwise empty database, with a reserve; the API key that its credentials are for. */
  private static ApiKeyId tenantAlone() {
    PostgresPorts ports = PostgresPorts.empty();
    Samples samples = new Samples(ports);
    Tenant acme = samples.tenant("acme");
    stock(ports, samples.turnKey(acme));
    return samples.apiKey(acme.id(), Scope.CREDENTIALS).id();
  }

  /** Minted half a day ago: who asks for as long a life gets one of these. */
  private static void stock(PostgresPorts ports, TurnKey key) {
    Instant minted = ports.clock().instant().minusSeconds(3_600 * 12);
    ports
        .transactions()
        .run(
            () ->
                IntStream.range(0, STOCK)
                    .mapToObj(number -> "reserve-" + number)
                    .map(
                        name ->
                            new MintedCredential(
                                List.of(IssuingProcess.relay(name)),
                                new CustomIdentifier(name),
                                minted,
                                minted.plus(IssuingProcess.TWO_DAYS.duration())))
                    .map(
                        ready ->
                            new ReserveCredential(
                                UUID.randomUUID(), key.id(), IssuingProcess.TWO_DAYS, ready))
                    .forEach(ports.reserve()::add));
  }

  private static List<KilledProcess> killAll(List<String> options, ApiKeyId apiKey, int lane) {
    return IntStream.range(0, POINTS)
        .filter(seed -> seed % LANES == lane)
        .mapToObj(seed -> killOne(options, apiKey, lane, seed))
        .toList();
  }

  private static KilledProcess killOne(List<String> options, ApiKeyId apiKey, int lane, int seed) {
    try {
      return KilledProcess.of(
          KillPoint.of(seed),
          command(options, apiKey, lane, seed, SECONDS_TO_LIVE),
          folder.resolve("errors-of-" + seed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(
      List<String> options, ApiKeyId apiKey, int lane, int seed, int seconds) {
    return IssuingProcess.command(
        options, TestDatabase.as(TestDatabase.APPLICATION), apiKey, lane, seed, seconds);
  }

  @Test
  void each_credential_handed_out_has_its_grant() throws SQLException {
    List<String> grants = rows("SELECT id || ' ' || username FROM credential_grant");
    for (KilledProcess each : killed) {
      assertThat(grants)
          .as("%s", each.point())
          .containsAll(
              each.handedOut().stream().map(out -> out.grant() + " " + out.username()).toList());
    }
    assertThat(killed).hasSize(POINTS);
  }

  @Test
  void each_grant_has_its_audit_entry_and_each_entry_its_grant() throws SQLException {
    assertThat(rows("SELECT detail FROM audit_entry WHERE action = 'credential.issued'"))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(rows("SELECT 'grant ' || id FROM credential_grant"));
  }

  @Test
  void what_somebody_has_is_held_for_him_and_nothing_else_is() throws SQLException {
    List<String> held = rows("SELECT grant_id || ' ' || custom_identifier FROM held_credential");
    assertThat(held)
        .containsAll(
            handedOut()
                .filter(HandedOut::toSomebody)
                .map(out -> out.grant() + " " + out.identifier())
                .toList())
        .containsExactlyInAnyOrderElementsOf(
            rows(
                "SELECT id || ' ' || custom_identifier FROM credential_grant"
                    + " WHERE custom_identifier IS NOT NULL"));
  }

  @Test
  void who_was_served_before_a_kill_gets_the_same_after_it() {
    Map<String, Set<String>> grants =
        handedOut()
            .filter(HandedOut::toRegular)
            .collect(groupingBy(HandedOut::identifier, mapping(HandedOut::grant, toSet())));
    assertThat(grants).isNotEmpty().allSatisfy((who, own) -> assertThat(own).hasSize(1));
    assertThat(
            killed.stream()
                .filter(each -> each.handedOut().stream().anyMatch(HandedOut::toRegular)))
        .hasSizeGreaterThan(LANES);
  }

  @Test
  void what_was_in_reserve_is_there_or_was_granted_to_one() throws SQLException {
    List<String> taken =
        rows("SELECT username FROM credential_grant WHERE username LIKE 'reserve-%'");
    assertThat(taken).isNotEmpty().doesNotHaveDuplicates();
    assertThat(rows("SELECT id FROM reserve_credential")).hasSize(STOCK - taken.size());
  }

  /** What was minted and not recorded is nobody's, and ends by itself. */
  @Test
  void the_kills_came_in_the_middle_of_it() throws SQLException {
    Set<String> granted = Set.copyOf(rows("SELECT username FROM credential_grant"));
    Set<String> out = handedOut().map(HandedOut::username).collect(toSet());
    List<String> minted = killed.stream().flatMap(each -> each.minted().stream()).toList();
    List<String> orphans = minted.stream().filter(each -> !granted.contains(each)).toList();
    List<String> unsaid = granted.stream().filter(each -> !out.contains(each)).toList();
    LOG.log(
        Level.INFO,
        "{0} kills: {1} minted, {2} of them not recorded; {3} granted, {4} of them not handed out;"
            + " {5} answers handed out",
        POINTS,
        minted.size(),
        orphans.size(),
        granted.size(),
        unsaid.size(),
        handedOut().count());
    assertThat(orphans).isNotEmpty();
    assertThat(unsaid).isNotEmpty();
  }

  private static Stream<HandedOut> handedOut() {
    return killed.stream().flatMap(each -> each.handedOut().stream());
  }

  private static List<String> rows(String sql) throws SQLException {
    return Rows.query(DATABASE, sql);
  }
}
