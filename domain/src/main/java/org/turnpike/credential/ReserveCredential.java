package org.turnpike.credential;

import java.util.UUID;
import org.turnpike.turnkey.TurnKeyId;

/**
 * A credential minted ahead for whoever comes next. Cloudflare knows it by an identifier of our
 * own, which the grant maps to the holder's once it is handed out.
 *
 * @param ttl the life it was minted for
 */
public record ReserveCredential(
    UUID id, TurnKeyId turnKey, TimeToLive ttl, MintedCredential minted) {}
