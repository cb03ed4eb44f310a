/**
 * The companies' tenants, the Cloudflare accounts they relay through and the API keys they call us
 * with. Uses {@code shared}, {@code audit} and {@code identity}.
 */
package org.turnpike.tenant;
