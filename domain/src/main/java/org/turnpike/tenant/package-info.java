/**
 * The companies' tenants, the Cloudflare accounts they relay through and the API keys they call us
 * with. Uses {@code shared}, {@code audit} and {@code identity}.
 */
@Uses({"shared", "audit", "identity"})
package org.turnpike.tenant;

import org.turnpike.shared.Uses;
