package org.turnpike.credentialservice.administration;

import io.swagger.v3.oas.annotations.media.Schema;
import org.turnpike.tenant.AccountProbe;

/** How Cloudflare took each token. */
record CheckReply(
    @Schema(allowableValues = {"ok", "refused", "unreachable"}) String turnKeys,
    @Schema(allowableValues = {"ok", "refused", "unreachable"}) String analytics) {
  static CheckReply of(AccountProbe.Outcome outcome) {
    return new CheckReply(outcome.turnKeys().wireName(), outcome.analytics().wireName());
  }
}
