/** Addresses of Cloudflare's relays, and what firewalls are open for, as machines see them. */
package org.turnpike.credentialservice.network;
