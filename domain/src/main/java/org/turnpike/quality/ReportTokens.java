package org.turnpike.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.turnpike.credential.GrantId;
import org.turnpike.shared.DerivedKeys;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;
import org.turnpike.shared.TenantId;

/**
 * Signs tokens and checks them, with nothing kept of them: {@code tpr_} and base64 of tenant,
 * grant, end and their HMAC-SHA256.
 */
@ApplicationScoped
public class ReportTokens {
  /** A call may outlast its credential, and its last report comes at its end. */
  private static final Duration GRACE = Duration.ofHours(1);

  private static final String PREFIX = "tpr_";
  private static final String PURPOSE = "turnpike relay report token 1";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int CLAIMS = 5 * Long.BYTES;
  private static final int SIGNATURE = 32;
  private static final int LENGTH = PREFIX.length() + (CLAIMS + SIGNATURE) * 4 / 3;

  private SecretKeySpec key;
  private Clock clock;

  protected ReportTokens() {}

  @Inject
  public ReportTokens(DerivedKeys keys, Clock clock) {
    this.key = new SecretKeySpec(keys.derive(PURPOSE), ALGORITHM);
    this.clock = clock;
  }

  /** The token for the holder of a credential that ends then. */
  public static ReportToken of(TenantId tenant, GrantId grant, Instant credentialExpiresAt) {
    return new ReportToken(
        tenant, grant, credentialExpiresAt.plus(GRACE).truncatedTo(ChronoUnit.SECONDS));
  }

  public Secret signed(ReportToken token) {
    byte[] claims =
        ByteBuffer.allocate(CLAIMS)
            .put(bytes(token.tenant().value()))
            .put(bytes(token.grant().value()))
            .putLong(token.expiresAt().getEpochSecond())
            .array();
    byte[] all = ByteBuffer.allocate(CLAIMS + SIGNATURE).put(claims).put(signature(claims)).array();
    return Secret.of(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(all));
  }

  /** Throws {@link Rejected} (unauthenticated) for what is not signed here, or is over. */
  public ReportToken checked(String text) {
    ByteBuffer all = ByteBuffer.wrap(decoded(text));
    byte[] claims = new byte[CLAIMS];
    byte[] signature = new byte[SIGNATURE];
    all.get(claims).get(signature);
    if (!MessageDigest.isEqual(signature, signature(claims))) {
      throw refusal();
    }
    ByteBuffer told = ByteBuffer.wrap(claims);
    ReportToken token =
        new ReportToken(
            new TenantId(uuid(told)),
            new GrantId(uuid(told)),
            Instant.ofEpochSecond(told.getLong()));
    if (!clock.instant().isBefore(token.expiresAt())) {
      throw refusal();
    }
    return token;
  }

  private static byte[] decoded(String text) {
    if (text == null || text.length() != LENGTH || !text.startsWith(PREFIX)) {
      throw refusal();
    }
    try {
      return Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
    } catch (IllegalArgumentException notBase64) {
      throw refusal();
    }
  }

  private byte[] signature(byte[] claims) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(claims);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no " + ALGORITHM, e);
    }
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static UUID uuid(ByteBuffer from) {
    return new UUID(from.getLong(), from.getLong());
  }

  /** All alike, so that nobody learns how far a forgery got. */
  private static Rejected refusal() {
    return new Rejected(
        Rejected.Reason.UNAUTHENTICATED,
        "Send the report token of a reply with ICE servers that is not over yet.");
  }
}
