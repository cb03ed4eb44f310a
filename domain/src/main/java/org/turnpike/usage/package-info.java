/**
 * What was relayed: readings from Cloudflare become records of an append-only ledger. Uses {@code
 * turnkey}, {@code tenant} and what lies below them.
 */
package org.turnpike.usage;
