/** Cloudflare's names as a resolver tells them; records change when somebody says so. */
package org.turnpike.simulator.dns;
