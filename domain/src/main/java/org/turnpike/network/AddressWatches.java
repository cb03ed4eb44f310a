package org.turnpike.network;

import java.util.Optional;

/** Keeps the one watch there is. */
public interface AddressWatches {
  /** Nothing before it was added. */
  Optional<AddressWatch> find();

  void add(AddressWatch watch);
}
