package org.turnpike.simulator.traffic;

/** How a meeting company's week goes, UTC: full mornings and afternoons, lunch, quiet weekends. */
final class WeeklyRhythm {

  private static final int[] WEEKDAY = {
    4, 3, 2, 2, 2, 4, 10, 35, 80, 100, 100, 90, 60, 85, 100, 95, 80, 55, 30, 20, 15, 12, 8, 5
  };
  private static final int[] WEEKEND = {
    3, 2, 2, 1, 1, 2, 3, 5, 8, 10, 12, 12, 10, 10, 11, 10, 9, 8, 9, 10, 9, 7, 5, 4
  };
  private static final int HOURS_OF_WEEK = 7 * 24;
  private static final int BUCKETS_OF_HOUR = 12;

  /** The epoch was a Thursday: three days into a week that starts on Monday. */
  private static final int EPOCH_HOUR = 3 * 24;

  private static final int[] WEEK = week();
  private static final int WEIGHT_OF_WEEK = weightOfWeek();

  private WeeklyRhythm() {}

  /** Volume of this bucket in per mille of the average bucket; a whole week averages 1,000. */
  static int perMille(long bucket) {
    int hour = hourOfWeek(bucket);
    int into = Math.floorMod(bucket, BUCKETS_OF_HOUR);
    int weight = WEEK[hour] * (BUCKETS_OF_HOUR - into) + WEEK[(hour + 1) % HOURS_OF_WEEK] * into;
    return weight * 1000 / BUCKETS_OF_HOUR * HOURS_OF_WEEK / WEIGHT_OF_WEEK;
  }

  /** How likely somebody is on a call at all during this bucket's hour, in per mille. */
  static int activePerMille(long bucket) {
    return 150 + 7 * WEEK[hourOfWeek(bucket)];
  }

  private static int hourOfWeek(long bucket) {
    return (int) Math.floorMod(bucket / BUCKETS_OF_HOUR + EPOCH_HOUR, (long) HOURS_OF_WEEK);
  }

  private static int[] week() {
    int[] week = new int[HOURS_OF_WEEK];
    for (int hour = 0; hour < HOURS_OF_WEEK; hour++) {
      week[hour] = hour < 5 * 24 ? WEEKDAY[hour % 24] : WEEKEND[hour % 24];
    }
    return week;
  }

  private static int weightOfWeek() {
    int sum = 0;
    for (int weight : WEEK) {
      sum += weight;
    }
    return sum;
  }
}
