package org.turnpike.simulator.account;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Ids and secrets nobody can guess. */
final class RandomHex {

  private final SecureRandom random = new SecureRandom();

  String next(int characters) {
    byte[] bytes = new byte[characters / 2];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
