/** Cloudflare's REST side of TURN: the keys of an account, and the credentials a key mints. */
package org.turnpike.simulator.turn;
