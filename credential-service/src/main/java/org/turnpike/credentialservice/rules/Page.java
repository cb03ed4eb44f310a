package org.turnpike.credentialservice.rules;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import org.turnpike.shared.Slice;

/**
 * One page of a list, as it stands on the wire.
 *
 * @param next the cursor of the page after this one; null at the end
 */
public record Page<T>(
    List<T> items,
    @Schema(description = "cursor of the next page; null at the end", nullable = true)
        String next) {
  public static <S, T> Page<T> of(Slice<S> slice, Function<S, T> reply) {
    return new Page<>(slice.items().stream().map(reply).toList(), slice.next());
  }
}
