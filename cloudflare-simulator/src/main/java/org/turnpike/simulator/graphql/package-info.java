/** Cloudflare's GraphQL Analytics API over the simulated traffic, limits and refusals included. */
package org.turnpike.simulator.graphql;
