/**
 * What flows through the simulated relays: a pure function of (seed, key, time) plus what minted
 * credentials use, in whole bytes and integer arithmetic throughout, and how much of it analytics
 * shows at an instant. Uses nothing else of the simulator.
 */
package org.turnpike.simulator.traffic;
