package org.turnpike.console.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;

/** Where the product is for people outside: as it is set, or as this request found it. */
@RequestScoped
public class PublicAddress {
  @Inject Settings settings;
  @Inject HttpServletRequest request;

  /** With a slash at its end. */
  public String root() {
    String root =
        settings
            .uri(Setting.PUBLIC_URL)
            .orElseGet(() -> URI.create(request.getRequestURL().toString()).resolve("/"))
            .toString();
    return root.endsWith("/") ? root : root + "/";
  }
}
