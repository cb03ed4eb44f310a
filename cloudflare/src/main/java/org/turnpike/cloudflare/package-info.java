/**
 * Cloudflare behind the ports, and the only outbound HTTP client: it asks with a deadline, believes
 * nothing of an answer, and lets neither a token nor an upstream body out into a log or a message.
 * Uses the domain alone.
 */
package org.turnpike.cloudflare;
