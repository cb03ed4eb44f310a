package org.turnpike.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerChainTest {
  private static final LedgerChain.Line LINE =
      new LedgerChain.Line(
          5,
          UUID.fromString("00000000-0000-7000-8000-00000000000a"),
          UUID.fromString("00000000-0000-7000-8000-00000000000b"),
          Instant.parse("2026-11-04T23:45:00Z"),
          Instant.parse("2026-11-05T00:00:00Z"),
          1,
          -30,
          7,
          70,
          8,
          Instant.parse("2026-11-05T10:00:00.000001Z"),
          UUID.fromString("00000000-0000-8000-8000-00000000000c"),
          new LedgerChain.Bounds(60, 80, 12),
          true,
          UUID.fromString("00000000-0000-7000-8000-00000000000d"));

  /** Computed elsewhere, from the order that the class describes. */
  @Test
  void a_line_has_the_hash_that_every_release_gives_it() {
    assertThat(hash(LINE))
        .isEqualTo("adac363a2dd844721bcc30d3b9e89f56e99b962f77e5a1d0b61736b0f04e32f0");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void a_line_that_says_anything_else_has_another_hash(String what, LedgerChain.Line other) {
    assertThat(hash(other)).isNotEqualTo(hash(LINE));
  }

  @Test
  void the_same_line_behind_another_has_another_hash() {
    byte[] before = LedgerChain.genesis();
    before[31] = 1;
    assertThat(new LedgerChain().next(before, LINE))
        .isNotEqualTo(new LedgerChain().next(LedgerChain.genesis(), LINE));
  }

  /** Of each component, also of one that a later release adds. */
  static Stream<Arguments> others() throws ReflectiveOperationException {
    RecordComponent[] components = LedgerChain.Line.class.getRecordComponents();
    List<Arguments> others = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      for (Object value : othersThan(components[i].getAccessor().invoke(LINE))) {
        others.add(Arguments.of(components[i].getName() + " " + value, with(i, value)));
      }
    }
    return others.stream();
  }

  private static LedgerChain.Line with(int component, Object value)
      throws ReflectiveOperationException {
    RecordComponent[] components = LedgerChain.Line.class.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = i == component ? value : components[i].getAccessor().invoke(LINE);
    }
    return LedgerChain.Line.class
        .getDeclaredConstructor(
            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
        .newInstance(values);
  }

  private static List<?> othersThan(Object value) {
    if (value instanceof Long number) {
      return List.of(number + 1, number ^ Long.MIN_VALUE);
    }
    if (value instanceof Integer number) {
      return List.of(number + 1);
    }
    if (value instanceof Boolean flag) {
      return List.of(!flag);
    }
    if (value instanceof Instant instant) {
      return List.of(instant.plusNanos(1_000));
    }
    if (value instanceof UUID id) {
      long high = id.getMostSignificantBits();
      long low = id.getLeastSignificantBits();
      return List.of(new UUID(high + 1, low), new UUID(high, low + 1));
    }
    if (value instanceof LedgerChain.Bounds of) {
      return List.of(
          new LedgerChain.Bounds(of.lower() + 1, of.upper(), of.samples()),
          new LedgerChain.Bounds(of.lower(), of.upper() + 1, of.samples()),
          new LedgerChain.Bounds(of.lower(), of.upper(), of.samples() + 1));
    }
    throw new IllegalArgumentException("Say what another " + value.getClass() + " is");
  }

  private static String hash(LedgerChain.Line line) {
    return HexFormat.of().formatHex(new LedgerChain().next(LedgerChain.genesis(), line));
  }
}
