package org.turnpike.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AutoApplySession;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Signs people in once a session, and sends whoever is not signed in to the sign-in page with the
 * way back. An Ajax call gets the redirect in the form its script understands.
 */
@ApplicationScoped
@AutoApplySession
public class SignInMechanism implements HttpAuthenticationMechanism {
  private static final String AJAX_REDIRECT =
      "<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\"%s\"/></partial-response>";

  private final IdentityStoreHandler identities;

  @Inject
  SignInMechanism(IdentityStoreHandler identities) {
    this.identities = identities;
  }

  SignInMechanism() {
    this(null);
  }

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    var credential = context.getAuthParameters().getCredential();
    if (credential != null) {
      return context.notifyContainerAboutLogin(identities.validate(credential));
    }
    if (context.isProtected()) {
      sendToSignIn(request, response);
      return AuthenticationStatus.SEND_CONTINUE;
    }
    return context.doNothing();
  }

  private static void sendToSignIn(HttpServletRequest request, HttpServletResponse response) {
    var signIn = request.getContextPath() + "/sign-in.xhtml";
    try {
      if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
        response.setContentType("text/xml;charset=UTF-8");
        response.getWriter().write(AJAX_REDIRECT.formatted(signIn + "?expired=true"));
      } else if ("GET".equals(request.getMethod())) {
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        var from = URLEncoder.encode(request.getServletPath() + query, StandardCharsets.UTF_8);
        response.sendRedirect(signIn + "?from=" + from);
      } else {
        response.sendRedirect(signIn + "?expired=true");
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
