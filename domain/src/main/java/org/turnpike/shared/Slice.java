package org.turnpike.shared;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a longer list.
 *
 * @param next the cursor of the page after this one; null at the end
 */
public record Slice<T>(List<T> items, String next) {
  public static final int MOST = 200;
  public static final int USUAL = 50;

  public Slice {
    items = List.copyOf(items);
  }

  public <R> Slice<R> map(Function<T, R> each) {
    return new Slice<>(items.stream().map(each).toList(), next);
  }

  /**
   * Which page: at most {@code limit} items after {@code cursor}, from the start when it is null.
   */
  public record Request(int limit, String cursor) {
    public Request {
      if (limit < 1 || limit > MOST) {
        throw Rejected.invalid("limit", "limit must be between 1 and " + MOST + ".");
      }
    }

    public static Request first() {
      return new Request(USUAL, null);
    }
  }
}
