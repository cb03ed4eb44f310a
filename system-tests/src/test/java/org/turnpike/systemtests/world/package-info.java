/**
 * What the tests act in: the product as a process of its own, the Cloudflare it relays through, its
 * callers and its people. Nothing here knows the product but by its public contract.
 */
package org.turnpike.systemtests.world;
