package org.turnpike.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All people who may use the console. */
public interface Users {
  void add(User user);

  Optional<User> find(UUID id);

  /** By address, whatever its case. */
  Optional<User> findByEmail(String email);

  Optional<User> findByInvitation(String invitationHash);

  /** By name. */
  List<User> all();

  boolean isEmpty();
}
