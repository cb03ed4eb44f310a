/**
 * Takes notifications out: mail by the company's server, webhooks by the outbound HTTP client, with
 * its proxy and authorities. Lets no secret and nothing of an answer into a message or a log. Uses
 * {@code cloudflare} for the client, and the domain.
 */
package org.turnpike.delivery;
