package org.turnpike.persistence;

import org.turnpike.credential.CredentialMemory;
import org.turnpike.credential.CredentialMemoryContract;

class CaffeineCredentialMemoryTest extends CredentialMemoryContract {
  @Override
  protected CredentialMemory empty() {
    return new CaffeineCredentialMemory();
  }
}
