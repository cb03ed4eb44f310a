package org.turnpike.simulator.traffic;

import java.util.HexFormat;

/** Repeatable chance: the same state and value always fall the same way. */
final class Dice {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private Dice() {}

  /** SplitMix64's finalizer: neighbouring values land far apart. */
  static long roll(long state, long value) {
    long z = (state ^ value * GOLDEN_GAMMA) + GOLDEN_GAMMA;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  static long roll(long state, String text) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return roll(state, hash);
  }

  /** A number of {@code [low, high]}. */
  static int between(long roll, int low, int high) {
    return low + (int) Long.remainderUnsigned(roll, high - low + 1L);
  }

  static String hex(long roll, int characters) {
    StringBuilder text = new StringBuilder(characters + 16);
    for (int word = 0; text.length() < characters; word++) {
      text.append(HexFormat.of().toHexDigits(roll(roll, word)));
    }
    return text.substring(0, characters);
  }
}
