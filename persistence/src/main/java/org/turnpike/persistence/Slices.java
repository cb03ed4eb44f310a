package org.turnpike.persistence;

import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.function.Function;
import org.turnpike.shared.Slice;

/** A page of a list by its key: one row more than asked for tells whether there is a next page. */
final class Slices {
  private Slices() {}

  static <T> Slice<T> of(TypedQuery<T> query, Slice.Request page, Function<T, Object> key) {
    List<T> rows = query.setMaxResults(page.limit() + 1).getResultList();
    if (rows.size() <= page.limit()) {
      return new Slice<>(rows, null);
    }
    List<T> items = rows.subList(0, page.limit());
    return new Slice<>(items, key.apply(items.get(items.size() - 1)).toString());
  }
}
