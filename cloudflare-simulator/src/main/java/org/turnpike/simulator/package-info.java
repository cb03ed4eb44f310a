/**
 * A stand-in for Cloudflare's Realtime TURN APIs, for the demo and for tests; never part of the
 * product. {@link org.turnpike.simulator.CloudflareSimulator} is its door.
 */
package org.turnpike.simulator;
