package org.turnpike.usage;

import java.util.List;

/** The pace of each account that has been asked, whichever node did. */
public interface CollectionPaces {
  /** Adds it, or takes the place of the account's own. */
  void put(CollectionPace pace);

  List<CollectionPace> all();
}
