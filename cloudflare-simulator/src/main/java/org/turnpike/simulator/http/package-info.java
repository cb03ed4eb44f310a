/**
 * The little HTTP the simulator needs: routes with parameters, replies, and ways to deliver a reply
 * badly. Uses nothing else of the simulator.
 */
package org.turnpike.simulator.http;
