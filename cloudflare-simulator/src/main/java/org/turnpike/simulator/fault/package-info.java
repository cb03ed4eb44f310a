/** What goes wrong on purpose: on the wire, and in the figures. */
package org.turnpike.simulator.fault;
