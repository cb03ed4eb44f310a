package org.turnpike.world;

import java.util.List;
import java.util.function.Function;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Slice;

/** One page of a sorted list in memory. */
public final class Paging {
  private Paging() {}

  public static <T> Slice<T> of(List<T> sorted, Slice.Request page, Function<T, Object> key) {
    List<String> keys = sorted.stream().map(item -> key.apply(item).toString()).toList();
    int start = page.cursor() == null ? 0 : keys.indexOf(page.cursor()) + 1;
    if (start == 0 && page.cursor() != null) {
      throw Rejected.invalid("cursor", "cursor must be the next of an earlier reply.");
    }
    int end = Math.min(sorted.size(), start + page.limit());
    return new Slice<>(sorted.subList(start, end), end == sorted.size() ? null : keys.get(end - 1));
  }
}
