/**
 * Addresses of Cloudflare's relays, which customers' firewalls open: watched, for they change with
 * 14 days to follow. Uses {@code notification} and what lies below it.
 */
@Uses("notification")
package org.turnpike.network;

import org.turnpike.shared.Uses;
