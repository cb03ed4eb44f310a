package org.turnpike.persistence;

import jakarta.enterprise.context.Dependent;
import org.turnpike.shared.DerivedKeys;

/** Keys that follow from the master key of this process. */
@Dependent
class KeysOfMaster implements DerivedKeys {
  @Override
  public byte[] derive(String purpose) {
    return Encryption.atRest().derive(purpose);
  }
}
