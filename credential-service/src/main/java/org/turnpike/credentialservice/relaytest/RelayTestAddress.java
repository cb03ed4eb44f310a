package org.turnpike.credentialservice.relaytest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;

/** Where the page of the relay test is. A token stands in the fragment, which goes to no server. */
@RequestScoped
public class RelayTestAddress {
  @Inject Settings settings;
  @Inject HttpServletRequest request;

  Secret with(Secret token) {
    String root =
        settings
            .uri(Setting.PUBLIC_URL)
            .orElseGet(() -> URI.create(request.getRequestURL().toString()).resolve("/"))
            .toString();
    return Secret.of(root + (root.endsWith("/") ? "" : "/") + "api/relay-test/#" + token.reveal());
  }
}
