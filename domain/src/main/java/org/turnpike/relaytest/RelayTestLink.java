package org.turnpike.relaytest;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.turnpike.identity.RandomToken;
import org.turnpike.shared.Name;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;
import org.turnpike.shared.TenantId;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.ApiKeyId;

/**
 * Lets somebody who has no account test the relays. Behind each link stands an API key of its own,
 * which nobody holds: its credentials are minted as any others, and revoking it ends the link. The
 * token is shown once and kept as its SHA-256. Life: made, used, used up or expired; never deleted.
 */
@Entity
@Table(name = "relay_test_link")
public class RelayTestLink {
  public static final String PREFIX = "trt_";
  public static final int MOST_CREDENTIALS = 200;
  static final Duration LONGEST_LIFE = Duration.ofDays(14);

  /** A test that is run in a loop would fill the page of its tenant. */
  private static final int RESULTS_PER_CREDENTIAL = 2;

  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "api_key_id"))
  private ApiKeyId apiKey;

  @Embedded
  @AttributeOverride(name = "value", column = @Column(name = "tenant_id"))
  private TenantId tenant;

  private String label;

  @SuppressWarnings("unused") // only looked up by
  private String hash;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "most_credentials")
  private int mostCredentials;

  private int credentials;
  private int results;

  @Version private long version;

  protected RelayTestLink() {}

  /**
   * A link just made.
   *
   * @param mostCredentials how often it hands out credentials, 1 to 200
   */
  RelayTestLink(ApiKey key, String label, Secret token, int mostCredentials) {
    requireCredentials(mostCredentials);
    this.apiKey = key.id();
    this.tenant = key.tenant();
    this.label = Name.checked(label);
    this.hash = RandomToken.sha256(token.reveal());
    this.createdAt = key.createdAt();
    this.expiresAt = key.expiresAt();
    this.mostCredentials = mostCredentials;
  }

  static void requireCredentials(int most) {
    if (most < 1 || most > MOST_CREDENTIALS) {
      throw Rejected.invalid(
          "mostCredentials", "mostCredentials must be between 1 and " + MOST_CREDENTIALS + ".");
    }
  }

  void takeCredential(Instant now) {
    requireLive(now);
    if (credentials >= mostCredentials) {
      throw Rejected.forbidden("This link is used up. Ask for a new one.");
    }
    credentials++;
  }

  /** None was to be had. */
  void giveBackCredential() {
    credentials--;
  }

  void takeResult(Instant now) {
    requireLive(now);
    if (results >= RESULTS_PER_CREDENTIAL * credentials) {
      throw Rejected.forbidden("This link has told as many results as it may.");
    }
    results++;
  }

  private void requireLive(Instant now) {
    if (!now.isBefore(expiresAt)) {
      throw Rejected.forbidden("This link has expired. Ask for a new one.");
    }
  }

  public ApiKeyId apiKey() {
    return apiKey;
  }

  public TenantId tenant() {
    return tenant;
  }

  public String label() {
    return label;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public int mostCredentials() {
    return mostCredentials;
  }

  /** How often it has handed out credentials. */
  public int credentials() {
    return credentials;
  }
}
