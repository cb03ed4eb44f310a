package org.turnpike.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.util.UUID;

/**
 * Who acts.
 *
 * @param id the user's or API key's id; null for the system itself
 * @param name as people know it: an e-mail address, an API key's name
 * @param address the network address the call came from; null for the system itself
 */
@Embeddable
public record Actor(
    @Enumerated(EnumType.STRING) @Column(name = "actor_kind") Kind kind,
    @Column(name = "actor_id") UUID id,
    @Column(name = "actor_name") String name,
    @Column(name = "actor_address") String address)
    implements Serializable {
  /** What kind of actor. */
  public enum Kind {
    USER,
    API_KEY,
    SYSTEM
  }

  public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null, "Turnpike", null);
}
