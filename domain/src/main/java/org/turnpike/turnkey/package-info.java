/**
 * TURN keys: Cloudflare's long-lived objects that mint credentials. Uses {@code tenant} and what
 * lies below it.
 */
@Uses("tenant")
package org.turnpike.turnkey;

import org.turnpike.shared.Uses;
