/**
 * TURN keys: Cloudflare's long-lived objects that mint credentials. Uses {@code tenant} and what
 * lies below it.
 */
package org.turnpike.turnkey;
