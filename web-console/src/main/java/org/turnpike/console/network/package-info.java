/** The addresses of Cloudflare's relays, and the banner while a firewall has to follow them. */
package org.turnpike.console.network;
