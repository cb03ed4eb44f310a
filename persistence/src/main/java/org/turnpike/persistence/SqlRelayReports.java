package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.turnpike.quality.AllocationLimit;
import org.turnpike.quality.CallFigures;
import org.turnpike.quality.CallPath;
import org.turnpike.quality.CallTransport;
import org.turnpike.quality.Country;
import org.turnpike.quality.FailedJoin;
import org.turnpike.quality.QualityFigures;
import org.turnpike.quality.RelayReport;
import org.turnpike.quality.RelayReports;
import org.turnpike.quality.Route;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;

/** The table {@code relay_call}. */
@ApplicationScoped
public class SqlRelayReports implements RelayReports {
  private static final String KEEP =
      """
      INSERT INTO relay_call (tenant_id, call_id, sequence, first_at, last_at, route, transport,
        failure, country, seconds, round_trip_ms, jitter_ms, packets_received, packets_lost,
        bytes_received, bytes_sent, peak_new_peers, peak_packets, peak_bits)
      VALUES (:tenant, :call, :sequence, :now, :now, :route, :transport,
        :failure, :country, :seconds, :roundTrip, :jitter, :packetsReceived, :packetsLost,
        :bytesReceived, :bytesSent, :peakNewPeers, :peakPackets, :peakBits)
      ON CONFLICT (tenant_id, call_id) DO UPDATE SET
        sequence = excluded.sequence, last_at = excluded.last_at,
        route = excluded.route, transport = excluded.transport, failure = excluded.failure,
        country = excluded.country, seconds = excluded.seconds,
        round_trip_ms = excluded.round_trip_ms, jitter_ms = excluded.jitter_ms,
        packets_received = excluded.packets_received, packets_lost = excluded.packets_lost,
        bytes_received = excluded.bytes_received, bytes_sent = excluded.bytes_sent,
        peak_new_peers = excluded.peak_new_peers, peak_packets = excluded.peak_packets,
        peak_bits = excluded.peak_bits
      WHERE relay_call.sequence < excluded.sequence
      """;

  private static final String OF_THE_RANGE =
      " FROM relay_call WHERE tenant_id = :tenant AND first_at >= :start AND first_at < :end";
  private static final String CONNECTED = OF_THE_RANGE + " AND failure IS NULL";

  private EntityManager entities;

  protected SqlRelayReports() {}

  @Inject
  public SqlRelayReports(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void keep(TenantId tenant, RelayReport report, Instant now) {
    CallFigures figures = report.figures();
    CallPath path = report.path();
    session()
        .createNativeMutationQuery(KEEP)
        .setParameter("tenant", tenant.value())
        .setParameter("call", report.call().value())
        .setParameter("sequence", report.sequence())
        .setParameter("now", now)
        .setParameter("route", path == null ? null : path.route().name(), String.class)
        .setParameter("transport", path == null ? null : name(path.transport()), String.class)
        .setParameter("failure", name(report.failure()), String.class)
        .setParameter("country", report.country().code())
        .setParameter("seconds", figures.seconds())
        .setParameter("roundTrip", figures.roundTripMs(), Integer.class)
        .setParameter("jitter", figures.jitterMs(), Integer.class)
        .setParameter("packetsReceived", figures.packetsReceived())
        .setParameter("packetsLost", figures.packetsLost())
        .setParameter("bytesReceived", figures.bytesReceived())
        .setParameter("bytesSent", figures.bytesSent())
        .setParameter("peakNewPeers", figures.peakNewPeers())
        .setParameter("peakPackets", figures.peakPackets())
        .setParameter("peakBits", figures.peakBits())
        .executeUpdate();
  }

  @Override
  public QualityFigures whole(TenantId tenant, TimeRange range) {
    return QualityRows.of(
        query("SELECT " + QualityRows.SUMS + CONNECTED, tenant, range).getSingleResult());
  }

  @Override
  public List<OfPath> byPath(TenantId tenant, TimeRange range) {
    return query(
            "SELECT route, transport, "
                + QualityRows.SUMS
                + CONNECTED
                + " GROUP BY route, transport ORDER BY calls DESC, route DESC, transport",
            tenant,
            range)
        .getResultStream()
        .map(
            row ->
                new OfPath(
                    new CallPath(
                        Route.valueOf(row.get("route", String.class)),
                        Optional.ofNullable(row.get("transport", String.class))
                            .map(CallTransport::valueOf)
                            .orElse(null)),
                    QualityRows.of(row)))
        .toList();
  }

  @Override
  public List<OfCountry> byCountry(TenantId tenant, TimeRange range) {
    return query(
            "SELECT country, "
                + QualityRows.SUMS
                + CONNECTED
                + " GROUP BY country ORDER BY calls DESC, country",
            tenant,
            range)
        .getResultStream()
        .map(
            row ->
                new OfCountry(new Country(row.get("country", String.class)), QualityRows.of(row)))
        .toList();
  }

  @Override
  public Map<AllocationLimit, Long> near(TenantId tenant, TimeRange range) {
    Tuple row =
        query(
                "SELECT count(*) FILTER (WHERE peak_new_peers >= :peers) AS peers,"
                    + " count(*) FILTER (WHERE peak_packets >= :packets) AS packets,"
                    + " count(*) FILTER (WHERE peak_bits >= :bits) AS bits"
                    + CONNECTED
                    + " AND route = 'RELAYED'",
                tenant,
                range)
            .setParameter("peers", AllocationLimit.NEW_PEERS.near())
            .setParameter("packets", AllocationLimit.PACKETS.near())
            .setParameter("bits", AllocationLimit.THROUGHPUT.near())
            .getSingleResult();
    Map<AllocationLimit, Long> near = new EnumMap<>(AllocationLimit.class);
    near.put(AllocationLimit.NEW_PEERS, row.get("peers", Long.class));
    near.put(AllocationLimit.PACKETS, row.get("packets", Long.class));
    near.put(AllocationLimit.THROUGHPUT, row.get("bits", Long.class));
    return near;
  }

  @Override
  public Map<FailedJoin, Long> failures(TenantId tenant, TimeRange range) {
    Map<FailedJoin, Long> failures = new EnumMap<>(FailedJoin.class);
    query(
            "SELECT failure, count(*) AS joins"
                + OF_THE_RANGE
                + " AND failure IS NOT NULL GROUP BY failure",
            tenant,
            range)
        .getResultStream()
        .forEach(
            row ->
                failures.put(
                    FailedJoin.valueOf(row.get("failure", String.class)),
                    row.get("joins", Long.class)));
    return failures;
  }

  @Override
  public Optional<Instant> lastAt(TenantId tenant) {
    return Optional.ofNullable(
        session()
            .createNativeQuery(
                "SELECT max(last_at) FROM relay_call WHERE tenant_id = :tenant", Instant.class)
            .setParameter("tenant", tenant.value())
            .getSingleResult());
  }

  @Override
  public int forgetBefore(Instant instant) {
    return session()
        .createNativeMutationQuery("DELETE FROM relay_call WHERE last_at < :instant")
        .setParameter("instant", instant)
        .executeUpdate();
  }

  private NativeQuery<Tuple> query(String sql, TenantId tenant, TimeRange range) {
    return session()
        .createNativeQuery(sql, Tuple.class)
        .setParameter("tenant", tenant.value())
        .setParameter("start", range.start())
        .setParameter("end", range.end());
  }

  private static String name(Enum<?> value) {
    return value == null ? null : value.name();
  }

  private Session session() {
    return entities.unwrap(Session.class);
  }
}
