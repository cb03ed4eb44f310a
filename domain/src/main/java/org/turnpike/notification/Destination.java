package org.turnpike.notification;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.turnpike.identity.RandomToken;
import org.turnpike.shared.Name;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;
import org.turnpike.shared.UuidV7;

/**
 * Where notifications go: mail addresses, or a webhook, whose calls are signed with a secret of its
 * own. Added by an operator, never changed; removed, it stays for what was sent to it, and its
 * secret goes.
 */
@Entity
@Table(name = "notification_destination")
public class Destination {
  /** What the signing secret begins with. */
  public static final String SECRET_PREFIX = "whsec_";

  private static final int MOST_ADDRESSES = 20;
  private static final int LONGEST_ADDRESS = 254;
  private static final int LONGEST_URL = 500;
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s\\p{Cntrl}@,;:<>()\"\\\\]+@[A-Za-z0-9.-]+");

  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private DestinationId id;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private String name;

  /** Mail addresses with a blank between, or the webhook's URL. */
  private String target;

  private Secret secret;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "removed_at")
  private Instant removedAt;

  /** Which way. */
  public enum Kind {
    MAIL,
    WEBHOOK;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  protected Destination() {}

  private Destination(Kind kind, String name, String target, Secret secret, Instant now) {
    this.id = new DestinationId(UuidV7.at(now));
    this.kind = kind;
    this.name = Name.checked(name);
    this.target = target;
    this.secret = secret;
    this.createdAt = now;
  }

  /** One mail goes to all of them. */
  static Destination mail(String name, List<String> addresses, Instant now) {
    if (addresses == null || addresses.isEmpty() || addresses.size() > MOST_ADDRESSES) {
      throw Rejected.invalid("addresses", "addresses needs 1 to " + MOST_ADDRESSES + " of them.");
    }
    for (String address : addresses) {
      requireAddress(address);
    }
    return new Destination(Kind.MAIL, name, String.join(" ", addresses), null, now);
  }

  /** Makes the secret it will be signed with. */
  static Destination webhook(String name, String url, Instant now) {
    return new Destination(
        Kind.WEBHOOK, name, checkedUrl(url), RandomToken.random(SECRET_PREFIX), now);
  }

  private static void requireAddress(String address) {
    if (address == null
        || address.length() > LONGEST_ADDRESS
        || !ADDRESS.matcher(address).matches()) {
      throw Rejected.invalid("addresses", "addresses holds what is no mail address.");
    }
  }

  /** The URL is told to people and stands in the audit trail: no password may be in it. */
  private static String checkedUrl(String url) {
    URI address = parsed(url);
    boolean secure = "https".equals(address.getScheme());
    if (!secure && !("http".equals(address.getScheme()) && isLoopback(address.getHost()))) {
      throw Rejected.invalid("url", "url must begin with https://, unless it is on this machine.");
    }
    if (address.getUserInfo() != null) {
      throw Rejected.invalid("url", "url must name no user: each call is signed instead.");
    }
    if (address.getFragment() != null) {
      throw Rejected.invalid("url", "url must have no fragment.");
    }
    return address.toString();
  }

  private static URI parsed(String url) {
    try {
      URI address = new URI(url == null ? "" : url.strip());
      if (address.getHost() != null && url.length() <= LONGEST_URL) {
        return address;
      }
    } catch (java.net.URISyntaxException e) {
      throw Rejected.invalid("url", "url must be a full URL such as https://host/path.");
    }
    throw Rejected.invalid("url", "url must be a full URL such as https://host/path.");
  }

  private static boolean isLoopback(String host) {
    return List.of("localhost", "127.0.0.1", "[::1]").contains(host);
  }

  void remove(Instant now) {
    removedAt = now;
    secret = null;
    if (kind == Kind.MAIL) {
      target = ""; // addresses are of people, and nobody is to be told any more
    }
  }

  public DestinationId id() {
    return id;
  }

  public Kind kind() {
    return kind;
  }

  public String name() {
    return name;
  }

  /** Of a mail destination. */
  public List<String> addresses() {
    return kind == Kind.MAIL ? List.of(target.split(" ", -1)) : List.of();
  }

  /** Of a webhook; null else. */
  public String url() {
    return kind == Kind.WEBHOOK ? target : null;
  }

  /** As people recognise it. */
  public String where() {
    return kind == Kind.MAIL ? String.join(", ", addresses()) : target;
  }

  /** What a webhook's calls are signed with; null else. */
  public Secret secret() {
    return secret;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Null while notifications go there. */
  public Instant removedAt() {
    return removedAt;
  }
}
