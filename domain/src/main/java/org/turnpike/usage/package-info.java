/**
 * What was relayed: readings from Cloudflare become records of an append-only ledger. Uses {@code
 * turnkey}, {@code tenant} and what lies below them.
 */
@Uses({"turnkey", "tenant"})
package org.turnpike.usage;

import org.turnpike.shared.Uses;
