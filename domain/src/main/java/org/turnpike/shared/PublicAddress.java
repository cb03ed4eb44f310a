package org.turnpike.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;

/**
 * Where the product is for people outside: as it is set, or else as it was called. A link's token
 * stands in the fragment, which browsers send to no server and no log keeps.
 */
@ApplicationScoped
public class PublicAddress {
  private String set;

  protected PublicAddress() {}

  @Inject
  public PublicAddress(Settings settings) {
    this.set = settings.uri(Setting.PUBLIC_URL).map(PublicAddress::folder).orElse(null);
  }

  /**
   * With a slash at its end.
   *
   * @param called the URL of the request at hand
   */
  public String root(CharSequence called) {
    return set == null ? folder(URI.create(called.toString()).resolve("/")) : set;
  }

  /** The page on which a person who was invited chooses a password. */
  public Secret welcome(Secret token, CharSequence called) {
    return Secret.of(root(called) + "console/welcome.xhtml#" + token.reveal());
  }

  /** The page that tests the ways to the relay. */
  public Secret relayTest(Secret token, CharSequence called) {
    return Secret.of(root(called) + "api/relay-test/#" + token.reveal());
  }

  private static String folder(URI address) {
    String text = address.toString();
    return text.endsWith("/") ? text : text + "/";
  }
}
