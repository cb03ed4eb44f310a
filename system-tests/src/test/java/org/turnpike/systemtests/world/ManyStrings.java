package org.turnpike.systemtests.world;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Thousands of strings that are looked for in one pass over a text, however long it is. */
final class ManyStrings {
  /** So many characters lead to the strings that begin with them. */
  private static final int HEAD = Long.BYTES;

  private final Map<Long, Set<String>> byHead = new ConcurrentHashMap<>();

  /**
   * @throws IllegalArgumentException if it has fewer than eight characters
   */
  void add(String string) {
    if (string.length() < HEAD) {
      throw new IllegalArgumentException("Too short to be looked for");
    }
    long head = 0;
    for (int i = 0; i < HEAD; i++) {
      head = shift(head, string.charAt(i));
    }
    byHead.computeIfAbsent(head, none -> ConcurrentHashMap.newKeySet()).add(string);
  }

  /** Those that the text contains. */
  Set<String> in(String text) {
    Set<String> found = new HashSet<>();
    long head = 0;
    for (int end = 0; end < text.length(); end++) {
      head = shift(head, text.charAt(end));
      for (String candidate : byHead.getOrDefault(head, Set.of())) {
        if (text.startsWith(candidate, end + 1 - HEAD)) {
          found.add(candidate);
        }
      }
    }
    return found;
  }

  private static long shift(long head, char next) {
    return head << Byte.SIZE | (next & 0xff);
  }
}
