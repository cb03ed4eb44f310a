/** What a tenant relays and calls with: TURN keys and API keys; and who got which credential. */
package org.turnpike.console.relay;
