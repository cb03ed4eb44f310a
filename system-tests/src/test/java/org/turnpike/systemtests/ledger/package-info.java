/**
 * The ledger against what is true at Cloudflare, to the byte: the collector without a server, over
 * a real PostgreSQL and the simulated Cloudflare, while either breaks. Unlike its neighbours it
 * drives the ports, and looks into the database.
 */
package org.turnpike.systemtests.ledger;
