package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.turnpike.credential.CredentialReserve;
import org.turnpike.credential.CustomIdentifier;
import org.turnpike.credential.MintedCredential;
import org.turnpike.credential.ReserveCredential;
import org.turnpike.credential.TimeToLive;
import org.turnpike.turnkey.TurnKeyId;

/** The table {@code reserve_credential}; its ICE servers are one encrypted text. */
@ApplicationScoped
public class SqlCredentialReserve implements CredentialReserve {
  private EntityManager entities;

  protected SqlCredentialReserve() {}

  @Inject
  public SqlCredentialReserve(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(ReserveCredential credential) {
    MintedCredential minted = credential.minted();
    entities
        .createNativeQuery(
            """
            INSERT INTO reserve_credential (id, turn_key_id, ttl_seconds, upstream_identifier,
              ice_servers, minted_at, expires_at)
            VALUES (:id, :turnKey, :ttl, :identifier, :iceServers, :mintedAt, :expiresAt)
            """)
        .setParameter("id", credential.id())
        .setParameter("turnKey", credential.turnKey().value())
        .setParameter("ttl", credential.ttl().seconds())
        .setParameter("identifier", minted.identifier().text())
        .setParameter("iceServers", SealedIceServers.seal(minted.iceServers()))
        .setParameter("mintedAt", minted.mintedAt())
        .setParameter("expiresAt", minted.expiresAt())
        .executeUpdate();
  }

  @Override
  public Optional<ReserveCredential> take(Fitting fitting) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            """
            DELETE FROM reserve_credential WHERE id = (
              SELECT id FROM reserve_credential
              WHERE turn_key_id = :turnKey AND minted_at <= :mintedBy
                AND expires_at BETWEEN :lasting AND :ending
              ORDER BY minted_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, turn_key_id, ttl_seconds, upstream_identifier, ice_servers, minted_at,
              expires_at
            """,
            Tuple.class)
        .addScalar("id", UUID.class)
        .addScalar("turn_key_id", UUID.class)
        .addScalar("ttl_seconds", Integer.class)
        .addScalar("upstream_identifier", String.class)
        .addScalar("ice_servers", String.class)
        .addScalar("minted_at", Instant.class)
        .addScalar("expires_at", Instant.class)
        .setParameter("turnKey", fitting.turnKey().value())
        .setParameter("mintedBy", fitting.mintedBy())
        .setParameter("lasting", fitting.lasting())
        .setParameter("ending", fitting.ending())
        .getResultStream()
        .map(SqlCredentialReserve::read)
        .findFirst();
  }

  private static ReserveCredential read(Tuple row) {
    return new ReserveCredential(
        row.get("id", UUID.class),
        new TurnKeyId(row.get("turn_key_id", UUID.class)),
        new TimeToLive(row.get("ttl_seconds", Integer.class)),
        new MintedCredential(
            SealedIceServers.open(row.get("ice_servers", String.class)),
            new CustomIdentifier(row.get("upstream_identifier", String.class)),
            row.get("minted_at", Instant.class),
            row.get("expires_at", Instant.class)));
  }

  @Override
  public List<Level> levels(Instant lasting) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            """
            SELECT turn_key_id, ttl_seconds, count(*) AS credentials FROM reserve_credential
            WHERE expires_at > :lasting GROUP BY turn_key_id, ttl_seconds
            """,
            Tuple.class)
        .addScalar("turn_key_id", UUID.class)
        .addScalar("ttl_seconds", Integer.class)
        .addScalar("credentials", Long.class)
        .setParameter("lasting", lasting)
        .getResultStream()
        .map(
            row ->
                new Level(
                    new TurnKeyId(row.get("turn_key_id", UUID.class)),
                    new TimeToLive(row.get("ttl_seconds", Integer.class)),
                    row.get("credentials", Long.class)))
        .toList();
  }

  @Override
  public void forget(TurnKeyId turnKey) {
    entities
        .createNativeQuery("DELETE FROM reserve_credential WHERE turn_key_id = :turnKey")
        .setParameter("turnKey", turnKey.value())
        .executeUpdate();
  }

  @Override
  public int forgetExpiredBefore(Instant instant) {
    return entities
        .createNativeQuery("DELETE FROM reserve_credential WHERE expires_at < :instant")
        .setParameter("instant", instant)
        .executeUpdate();
  }
}
