package org.turnpike.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** sample for now. */
@ApplicationScoped
public class People implements IdentityStore {
  public CredentialValidationResult validate(UsernamePasswordCredential credential) {
    return credential.compareTo("admin@harbour.example", "sample-only")
        ? new CredentialValidationResult("admin@harbour.example", Set.of("tenant-admin"))
        : CredentialValidationResult.INVALID_RESULT;
  }
}
