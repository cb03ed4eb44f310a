package org.turnpike.systemtests.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.logging.Logger;

/**
 * Rounds in each of which every side is measured once, in an order drawn anew: what changes on the
 * machine changes for all. A round in which others took the processors does not count.
 */
final class Rounds {
  private static final Logger LOG = Logger.getLogger(Rounds.class.getName());
  private static final int WARMING = 3;
  private static final int MOST_TRIES = 3;

  private final int wanted;
  private final double tolerance;
  private final ProcessHandle[] besides;
  private final Random dice = new Random();
  private int dropped;

  /**
   * Rounds to be played.
   *
   * @param wanted how many count
   * @param tolerance the share of the processors that others may take, from 0 to 1
   * @param besides processes of this benchmark that are not below this JVM
   */
  Rounds(int wanted, double tolerance, ProcessHandle... besides) {
    this.wanted = wanted;
    this.tolerance = tolerance;
    this.besides = besides.clone();
  }

  /** Plays until enough rounds count; the first few, in which JVMs get warm, never do. */
  Map<Side, Samples> play(List<Side> sides, Load load) throws IOException, InterruptedException {
    for (int i = 0; i < WARMING; i++) {
      round(sides, load);
    }
    List<Map<Side, Measured>> counted = new ArrayList<>();
    for (int left = wanted * MOST_TRIES; counted.size() < wanted; left--) {
      if (left == 0) {
        throw new AssertionError(
            "Others took the processors in all but %d rounds".formatted(counted.size()));
      }
      ProcessorTime before = ProcessorTime.now(besides);
      Map<Side, Measured> round = round(sides, load);
      double others = ProcessorTime.now(besides).othersSince(before);
      LOG.info("Others took %.0f %%: %s".formatted(100 * others, round));
      if (others <= tolerance) {
        counted.add(round);
      } else {
        dropped++;
      }
    }
    Map<Side, Samples> taken = new LinkedHashMap<>();
    for (Side side : sides) {
      taken.put(side, new Samples(counted.stream().map(round -> round.get(side)).toList()));
    }
    return taken;
  }

  /** How many there were so far. */
  String told() {
    return "%d rounds each, %d more dropped because others took the processors"
        .formatted(wanted, dropped);
  }

  private Map<Side, Measured> round(List<Side> sides, Load load)
      throws IOException, InterruptedException {
    List<Side> order = new ArrayList<>(sides);
    Collections.shuffle(order, dice);
    Map<Side, Measured> round = new LinkedHashMap<>();
    for (Side side : order) {
      round.put(side, load.on(side));
    }
    return round;
  }
}
