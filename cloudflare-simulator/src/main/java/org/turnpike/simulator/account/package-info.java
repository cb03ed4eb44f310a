/**
 * What Cloudflare would keep for its customers: accounts with their tokens, TURN keys, and the
 * credentials minted from them; kept in one file where a restart shall find it again.
 */
package org.turnpike.simulator.account;
