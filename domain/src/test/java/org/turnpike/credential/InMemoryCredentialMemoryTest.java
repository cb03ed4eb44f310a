package org.turnpike.credential;

class InMemoryCredentialMemoryTest extends CredentialMemoryContract {
  @Override
  protected CredentialMemory empty() {
    return new InMemoryCredentialMemory();
  }
}
