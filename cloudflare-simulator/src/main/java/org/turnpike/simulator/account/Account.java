package org.turnpike.simulator.account;

import java.util.List;

/**
 * A customer's account.
 *
 * @param organizationId with {@code organizationApiKey}: minting takes Basic authentication too
 * @param sfuMonthlyGigabytes egress of its SFU, which shares the free allowance
 */
public record Account(
    String accountId,
    String name,
    List<ApiToken> tokens,
    String organizationId,
    String organizationApiKey,
    Integer sfuMonthlyGigabytes) {

  private static final int A_LITTLE = 5;

  public Account {
    if (accountId == null || accountId.isBlank()) {
      throw new IllegalArgumentException("accountId must not be blank");
    }
    tokens = tokens == null ? List.of() : List.copyOf(tokens);
    sfuMonthlyGigabytes = sfuMonthlyGigabytes == null ? A_LITTLE : sfuMonthlyGigabytes;
  }

  boolean knows(String token) {
    return tokens.stream().anyMatch(known -> known.token().equals(token));
  }

  public boolean allows(String token, Permission permission) {
    return tokens.stream()
        .anyMatch(known -> known.token().equals(token) && known.allows(permission));
  }

  @Override
  public String toString() {
    return "Account[" + accountId + "]";
  }
}
