package org.turnpike.usage;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.turnpike.shared.TenantId;
import org.turnpike.turnkey.TurnKey;

/**
 * Cloudflare's answers that billed figures come from; never changed, never deleted. They are within
 * reach only of a transaction that has a {@link org.turnpike.shared.Reach}.
 */
public interface UsageReplies {
  /**
   * Keeps the answer. One with the same bytes as the last one kept of this key, range and owner
   * says nothing new: then it is that one's id.
   */
  ReplyId keep(TurnKey key, UsageAnswer answer);

  Optional<UsageReply> find(TenantId tenant, ReplyId id);

  /** The {@link UsageReply#sha256} of these; those out of reach are left out. */
  Map<ReplyId, String> hashes(Set<ReplyId> ids);
}
