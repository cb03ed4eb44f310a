package org.turnpike.credentialservice.administration;

import java.time.Instant;
import java.util.UUID;
import org.turnpike.tenant.CloudflareAccount;

/** An account, without its tokens. */
record AccountReply(
    UUID id,
    String name,
    String accountId,
    String authScheme,
    String organizationId,
    int billingDay,
    String rtcUrl,
    String apiUrl,
    String mintEndpoint,
    String mintUrl,
    Instant createdAt) {
  static AccountReply of(CloudflareAccount account) {
    return new AccountReply(
        account.id().value(),
        account.name(),
        account.accountTag(),
        account.authScheme().wireName(),
        account.organizationId(),
        account.billingDay(),
        account.rtcUrl(),
        account.apiUrl(),
        account.mintEndpoint().wireName(),
        account.mintUrl(),
        account.createdAt());
  }
}
