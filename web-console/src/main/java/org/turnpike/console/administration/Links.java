package org.turnpike.console.administration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;

/** Links for people outside the console. */
@Dependent
class Links {
  private final HttpServletRequest request;
  private final Settings settings;

  @Inject
  Links(HttpServletRequest request, Settings settings) {
    this.request = request;
    this.settings = settings;
  }

  /** The token stands in the fragment, which browsers send to no server and no log keeps. */
  String welcome(Secret token) {
    URI base =
        settings
            .uri(Setting.PUBLIC_URL)
            .orElseGet(() -> URI.create(request.getRequestURL().toString()));
    return base.resolve(request.getContextPath() + "/welcome.xhtml#" + token.reveal()).toString();
  }
}
