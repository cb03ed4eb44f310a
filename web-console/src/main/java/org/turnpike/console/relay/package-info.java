/** What a tenant relays and calls with: TURN keys and API keys. */
package org.turnpike.console.relay;
