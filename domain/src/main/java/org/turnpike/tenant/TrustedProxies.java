package org.turnpike.tenant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;

/**
 * The proxies whose word is taken for where a call came from. Names further left in {@code
 * X-Forwarded-For} were written by those further right, so reading stops at the first that is not
 * trusted.
 */
@ApplicationScoped
public class TrustedProxies {
  /** The header in which a proxy names whom it speaks for. */
  public static final String HEADER = "X-Forwarded-For";

  private static final Pattern NAMED =
      Pattern.compile(
          "(?<v4>\\d+(\\.\\d+){3})(:\\d+)?|(?<v6>[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)"
              + "|\\[(?<bracketed>[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)\\](:\\d+)?");

  private Networks networks;

  protected TrustedProxies() {}

  /** Throws {@link IllegalStateException} when the setting cannot be read. */
  @Inject
  public TrustedProxies(Settings settings) {
    String set = settings.find(Setting.TRUSTED_PROXIES).orElse("");
    try {
      networks = new Networks(entries(set));
    } catch (Rejected e) {
      throw Setting.TRUSTED_PROXIES.bad(
          "must be networks such as 10.0.0.0/8 or 2001:db8::/32, with commas between, and is "
              + set);
    }
  }

  /**
   * Where a call came from, as an IPv4 or IPv6 literal: the peer of its connection, or, while that
   * is a trusted proxy, whom the proxy names.
   *
   * @param headers each {@link #HEADER} of the call, in order
   */
  public String caller(String peer, Collection<String> headers) {
    if (!trusts(peer)) {
      return peer;
    }
    List<String> named = headers.stream().flatMap(header -> entries(header).stream()).toList();
    String address = peer;
    for (int i = named.size() - 1; i >= 0 && trusts(address); i--) {
      Matcher name = NAMED.matcher(named.get(i));
      if (!name.matches()) {
        return address;
      }
      address = literal(name);
    }
    return address;
  }

  /** Whether what comes from there is a proxy's word. */
  public boolean trusts(String address) {
    return !networks.blocks().isEmpty() && networks.contain(address);
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
