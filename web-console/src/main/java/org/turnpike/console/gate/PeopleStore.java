package org.turnpike.console.gate;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.servlet.http.HttpServletRequest;
import org.turnpike.identity.SignIn;
import org.turnpike.identity.User;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Unavailable;

/**
 * The people of the domain as Jakarta Security asks for them: a caller's name is the user's id, the
 * groups are the names of the roles held.
 */
@ApplicationScoped
public class PeopleStore implements IdentityStore {
  /** Where a reason other than a wrong password is left for the page: the caller hears no other. */
  static final String REFUSAL = PeopleStore.class.getName() + ".refusal";

  @Inject SignIn signIn;
  @Inject HttpServletRequest request;
  @Inject CallerAddress address;

  /** Called by the container, which finds it by its parameter's type. */
  public CredentialValidationResult validate(UsernamePasswordCredential credential) {
    if (credential.getPasswordAsString().isBlank()) {
      return CredentialValidationResult.INVALID_RESULT;
    }
    try {
      return signIn
          .signIn(
              credential.getCaller(), Secret.of(credential.getPasswordAsString()), address.read())
          .map(this::known)
          .orElse(CredentialValidationResult.INVALID_RESULT);
    } catch (Unavailable throttled) {
      request.setAttribute(REFUSAL, throttled.getMessage());
      return CredentialValidationResult.INVALID_RESULT;
    }
  }

  private CredentialValidationResult known(User user) {
    request.getSession().setAttribute(Person.PASSWORD_MARK, user.passwordMark());
    return new CredentialValidationResult(
        user.id().toString(),
        user.roles().stream().map(grant -> grant.role().name()).collect(toUnmodifiableSet()));
  }
}
