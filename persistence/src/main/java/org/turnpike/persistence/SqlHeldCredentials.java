package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.turnpike.credential.GrantId;
import org.turnpike.credential.HeldCredential;
import org.turnpike.credential.HeldCredentials;
import org.turnpike.credential.Holder;

/** The table {@code held_credential}; its ICE servers are one encrypted text. */
@ApplicationScoped
public class SqlHeldCredentials implements HeldCredentials {
  private EntityManager entities;

  protected SqlHeldCredentials() {}

  @Inject
  public SqlHeldCredentials(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void add(Holder holder, HeldCredential credential) {
    entities.flush(); // the grant that the row refers to
    entities
        .createNativeQuery(
            """
            INSERT INTO held_credential (grant_id, api_key_id, custom_identifier, ttl_seconds,
              ice_servers, issued_at, expires_at)
            VALUES (:grant, :apiKey, :identifier, :ttl, :iceServers, :issuedAt, :expiresAt)
            """)
        .setParameter("grant", credential.grant().value())
        .setParameter("apiKey", holder.apiKey().value())
        .setParameter("identifier", holder.identifier().text())
        .setParameter("ttl", holder.ttl().seconds())
        .setParameter("iceServers", SealedIceServers.seal(credential.iceServers()))
        .setParameter("issuedAt", credential.issuedAt())
        .setParameter("expiresAt", credential.expiresAt())
        .executeUpdate();
  }

  @Override
  public Optional<HeldCredential> find(Holder holder, Instant lasting) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            """
            SELECT h.grant_id, h.ice_servers, h.issued_at, h.expires_at
            FROM held_credential h
            JOIN credential_grant g ON g.id = h.grant_id AND g.revoked_at IS NULL
            JOIN turn_key k ON k.id = g.turn_key_id AND k.state = 'ACTIVE'
            WHERE h.api_key_id = :apiKey AND h.custom_identifier = :identifier
              AND h.ttl_seconds = :ttl AND h.expires_at > :lasting
            ORDER BY h.expires_at DESC LIMIT 1
            """,
            Tuple.class)
        .addScalar("grant_id", UUID.class)
        .addScalar("ice_servers", String.class)
        .addScalar("issued_at", Instant.class)
        .addScalar("expires_at", Instant.class)
        .setParameter("apiKey", holder.apiKey().value())
        .setParameter("identifier", holder.identifier().text())
        .setParameter("ttl", holder.ttl().seconds())
        .setParameter("lasting", lasting)
        .getResultStream()
        .map(SqlHeldCredentials::read)
        .findFirst();
  }

  private static HeldCredential read(Tuple row) {
    return new HeldCredential(
        new GrantId(row.get("grant_id", UUID.class)),
        SealedIceServers.open(row.get("ice_servers", String.class)),
        row.get("issued_at", Instant.class),
        row.get("expires_at", Instant.class));
  }

  @Override
  public void forget(GrantId grant) {
    entities
        .createNativeQuery("DELETE FROM held_credential WHERE grant_id = :grant")
        .setParameter("grant", grant.value())
        .executeUpdate();
  }

  @Override
  public int forgetExpiredBefore(Instant instant) {
    return entities
        .createNativeQuery("DELETE FROM held_credential WHERE expires_at < :instant")
        .setParameter("instant", instant)
        .executeUpdate();
  }
}
