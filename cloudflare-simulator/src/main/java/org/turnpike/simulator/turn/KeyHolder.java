package org.turnpike.simulator.turn;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.turnpike.simulator.account.Account;
import org.turnpike.simulator.account.Accounts;
import org.turnpike.simulator.account.TurnKey;
import org.turnpike.simulator.account.TurnKeys;
import org.turnpike.simulator.http.Refused;
import org.turnpike.simulator.http.Reply;
import org.turnpike.simulator.http.Request;

/** Whoever holds a key's own secret, or its organisation's where the account signs in by Basic. */
public final class KeyHolder {

  private final Accounts accounts;
  private final TurnKeys keys;

  public KeyHolder(Accounts accounts, TurnKeys keys) {
    this.accounts = accounts;
    this.keys = keys;
  }

  TurnKey identify(Request request) {
    TurnKey key =
        keys.find(request.path("keyId"))
            .orElseThrow(() -> new Refused(Reply.text(404, "key not found")));
    boolean known =
        request.bearer().filter(key.secret()::equals).isPresent()
            || request.basic().filter(pair -> organization(key).equals(decoded(pair))).isPresent();
    if (!known) {
      throw new Refused(Reply.text(401, "unauthorized"));
    }
    return key;
  }

  private Optional<String> organization(TurnKey key) {
    return accounts
        .find(key.accountId())
        .filter(account -> account.organizationId() != null)
        .map(KeyHolder::pair);
  }

  private static String pair(Account account) {
    return account.organizationId() + ":" + account.organizationApiKey();
  }

  private static Optional<String> decoded(String pair) {
    try {
      return Optional.of(new String(Base64.getDecoder().decode(pair), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new Refused(Reply.text(401, "unauthorized"));
    }
  }
}
