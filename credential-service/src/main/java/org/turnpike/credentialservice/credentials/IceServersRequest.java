package org.turnpike.credentialservice.credentials;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.turnpike.credential.CustomIdentifier;
import org.turnpike.credential.GrantId;
import org.turnpike.credential.TimeToLive;
import org.turnpike.credentialservice.rules.Choice;
import org.turnpike.credentialservice.rules.Json;
import org.turnpike.shared.Rejected;
import org.turnpike.tenant.TtlBounds;

/** What is asked for; nothing of it is needed. */
record IceServersRequest(
    @Schema(
            description =
                "seconds, within the bounds of the tenant and of the API key; the tenant's default,"
                    + " when left out",
            minimum = "1",
            maximum = "172800")
        Integer ttl,
    @Schema(description = "the caller's own name for who will use the credential", maxLength = 255)
        String customIdentifier,
    @Schema(description = "which of udp, tcp, tls the TURN URLs may use; all, when left out")
        List<String> transports,
    @Schema(
            description = "how many URLs at most; the best stay, one of STUN among them",
            minimum = "1")
        Integer maxUrls,
    @Schema(
            description =
                "the grantId of the credential that a relay refused (401): the identifier gets"
                    + " another one")
        UUID refusedGrantId) {
  /** Throws {@link Rejected} when it is not what is asked for. */
  static IceServersRequest read(byte[] body) {
    IceServersRequest usual = UsualBody.read(body);
    return usual == null ? Json.read(body, IceServersRequest.class) : usual;
  }

  TimeToLive timeToLive(TtlBounds bounds) {
    return new TimeToLive(bounds.check(ttl));
  }

  /** Null for none. */
  CustomIdentifier identifier() {
    return customIdentifier == null ? null : new CustomIdentifier(customIdentifier);
  }

  /** Null for none. */
  GrantId refused() {
    return refusedGrantId == null ? null : new GrantId(refusedGrantId);
  }

  UrlChoice urls() {
    if (maxUrls != null && maxUrls < 1) {
      throw Rejected.invalid("maxUrls", "maxUrls must be at least 1.");
    }
    if (transports != null && transports.isEmpty()) {
      throw Rejected.invalid("transports", "transports needs at least one of udp, tcp, tls.");
    }
    return new UrlChoice(
        transports == null
            ? UrlChoice.ALL.transports()
            : transports.stream()
                .map(name -> Choice.of(Transport.class, "transports", name))
                .collect(Collectors.toUnmodifiableSet()),
        maxUrls == null ? UrlChoice.ALL.most() : maxUrls);
  }
}
