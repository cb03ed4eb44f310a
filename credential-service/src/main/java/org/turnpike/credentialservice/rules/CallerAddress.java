package org.turnpike.credentialservice.rules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.tenant.Networks;

/**
 * Where a call came from: the peer of its connection, or, while that is a trusted proxy, whom the
 * proxy names. Names further left in {@code X-Forwarded-For} were written by those further right,
 * so reading stops at the first that is not trusted.
 */
@ApplicationScoped
public class CallerAddress {
  private static final Pattern NAMED =
      Pattern.compile(
          "(?<v4>\\d+(\\.\\d+){3})(:\\d+)?|(?<v6>[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)"
              + "|\\[(?<bracketed>[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)\\](:\\d+)?");

  private Networks trustedProxies;

  protected CallerAddress() {}

  /** Throws {@link IllegalStateException} when the setting cannot be read. */
  @Inject
  public CallerAddress(Settings settings) {
    List<String> blocks = entries(settings.find(Setting.TRUSTED_PROXIES).orElse(""));
    try {
      trustedProxies = new Networks(blocks);
    } catch (Rejected e) {
      throw new IllegalStateException(
          "Setting " + Setting.TRUSTED_PROXIES.key() + ": " + e.getMessage(), e);
    }
  }

  /** As a literal, IPv4 or IPv6. */
  public String of(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    if (trusted(address)) {
      List<String> named = new ArrayList<>();
      Collections.list(request.getHeaders("X-Forwarded-For"))
          .forEach(header -> named.addAll(entries(header)));
      for (int i = named.size() - 1; i >= 0 && trusted(address); i--) {
        Matcher name = NAMED.matcher(named.get(i));
        if (!name.matches()) {
          return address;
        }
        address = literal(name);
      }
    }
    return address;
  }

  private boolean trusted(String address) {
    return !trustedProxies.blocks().isEmpty() && trustedProxies.contain(address);
  }

  private static List<String> entries(String list) {
    return Pattern.compile("[\\s,]+").splitAsStream(list).filter(part -> !part.isEmpty()).toList();
  }

  private static String literal(Matcher name) {
    if (name.group("v4") != null) {
      return name.group("v4");
    }
    return name.group("v6") == null ? name.group("bracketed") : name.group("v6");
  }
}
