package org.turnpike.credentialservice.rules;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.function.Function;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Slice;

/** Which page of a list is asked for. */
public class Paging {
  @QueryParam("limit")
  @Parameter(
      description = "how many items at most",
      schema =
          @Schema(
              implementation = Integer.class,
              minimum = "1",
              maximum = "200",
              defaultValue = "50"))
  public String limit;

  @QueryParam("cursor")
  @Parameter(description = "the next of the page before")
  public String cursor;

  public Slice.Request request() {
    return new Slice.Request(
        limit == null ? Slice.USUAL : Query.number("limit", limit), Query.text("cursor", cursor));
  }

  /** The page of a list that is at hand in whole; an item's id is the cursor after it. */
  public <T> Slice<T> cut(List<T> all, Function<T, Object> id) {
    Slice.Request page = request();
    int start = page.cursor() == null ? 0 : position(all, id, page.cursor()) + 1;
    int end = Math.min(all.size(), start + page.limit());
    String next = end < all.size() ? id.apply(all.get(end - 1)).toString() : null;
    return new Slice<>(all.subList(start, end), next);
  }

  private static <T> int position(List<T> all, Function<T, Object> id, String cursor) {
    for (int i = 0; i < all.size(); i++) {
      if (id.apply(all.get(i)).toString().equals(cursor)) {
        return i;
      }
    }
    throw Rejected.invalid("cursor", "cursor must be the next of an earlier reply.");
  }
}
