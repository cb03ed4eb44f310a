package org.turnpike.credentialservice.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;

/**
 * The one-time link of an invitation. Its token stands in the fragment, which browsers keep to
 * themselves: it reaches neither a log nor a Referer header.
 */
@RequestScoped
public class InvitationLink {
  @Inject Settings settings;
  @Inject HttpServletRequest request;

  Secret to(Secret token) {
    String base = settings.uri(Setting.PUBLIC_URL).map(URI::toString).orElseGet(this::calledAs);
    String root = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    return Secret.of(root + "/console/welcome.xhtml#" + token.reveal());
  }

  private String calledAs() {
    return URI.create(request.getRequestURL().toString()).resolve("/").toString();
  }
}
