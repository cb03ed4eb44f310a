package org.turnpike.attribution;

import java.util.List;
import java.util.Optional;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.RuleId;

/** All rules of attribution. */
public interface AttributionRules {
  void add(AttributionRule rule);

  Optional<AttributionRule> find(RuleId id);

  /** Those of a shared key that are in force, oldest first. */
  List<AttributionRule> inForce(TurnKeyId sharedKey);
}
