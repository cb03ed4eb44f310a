package org.turnpike.credentialservice.attribution;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.turnpike.attribution.WriteOffUsage;
import org.turnpike.shared.Slice;

/** Usage that is nobody's, the largest first. */
record UnattributedReply(
    Totals totals,
    List<Item> items,
    @Schema(description = "cursor of the next page; null at the end", nullable = true)
        String next) {
  /** Of all there is. */
  record Totals(int identifiers, long egressBytes, long ingressBytes) {}

  /** One identifier's. */
  record Item(
      UUID id,
      UUID sharedKeyId,
      @Schema(
              description = "empty where the app gave none; null once it was erased",
              nullable = true)
          String customIdentifier,
      long egressBytes,
      long ingressBytes,
      @Schema(description = "UTC day of the first usage", format = "date") String firstDay,
      @Schema(description = "UTC day of the last usage", format = "date") String lastDay) {
    static Item of(WriteOffUsage.Item item) {
      return new Item(
          item.share().id().value(),
          item.share().sharedKey().value(),
          item.share().identifier(),
          item.usage().volume().egress().bytes(),
          item.usage().volume().ingress().bytes(),
          item.usage().first().toString(),
          item.usage().last().toString());
    }
  }

  static UnattributedReply of(WriteOffUsage.Inbox inbox, Slice<WriteOffUsage.Item> page) {
    return new UnattributedReply(
        new Totals(
            inbox.total().shares(),
            inbox.total().volume().egress().bytes(),
            inbox.total().volume().ingress().bytes()),
        page.items().stream().map(Item::of).toList(),
        page.next());
  }
}
