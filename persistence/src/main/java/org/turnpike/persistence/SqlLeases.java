package org.turnpike.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.Session;
import org.turnpike.shared.Leases;
import org.turnpike.shared.Transactions;

/** Leases in a table, by the database's clock: the nodes' own may differ. */
@ApplicationScoped
public class SqlLeases implements Leases {
  private EntityManager entities;
  private Transactions transactions;

  protected SqlLeases() {}

  @Inject
  public SqlLeases(EntityManager entities, Transactions transactions) {
    this.entities = entities;
    this.transactions = transactions;
  }

  @Override
  public Optional<Lease> take(String work, Duration length) {
    return transactions.call(
        () ->
            entities
                .unwrap(Session.class)
                .createNativeQuery(
                    """
                    INSERT INTO lease (work, fence, expires_at)
                    VALUES (:work, 1, clock_timestamp() + make_interval(secs => :seconds))
                    ON CONFLICT (work) DO UPDATE
                    SET fence = lease.fence + 1, expires_at = excluded.expires_at
                    WHERE lease.expires_at <= clock_timestamp()
                    RETURNING fence
                    """,
                    Long.class)
                .setParameter("work", work)
                .setParameter("seconds", length.toSeconds())
                .getResultList()
                .stream()
                .findFirst()
                .map(fence -> new Lease(work, fence, length)));
  }

  @Override
  public void confirm(Lease lease) {
    if (expireIn(lease, lease.length()) != 1) {
      throw new Lost(lease);
    }
  }

  @Override
  public void release(Lease lease) {
    transactions.run(() -> expireIn(lease, Duration.ZERO));
  }

  private int expireIn(Lease lease, Duration length) {
    return entities
        .createNativeQuery(
            """
            UPDATE lease SET expires_at = clock_timestamp() + make_interval(secs => :seconds)
            WHERE work = :work AND fence = :fence
            """)
        .setParameter("seconds", length.toSeconds())
        .setParameter("work", lease.work())
        .setParameter("fence", lease.fence())
        .executeUpdate();
  }
}
