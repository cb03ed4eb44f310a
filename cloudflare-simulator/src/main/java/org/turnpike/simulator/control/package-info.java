/**
 * {@code /control}: how demos and tests plant accounts, move time, break things and ask for truth.
 */
package org.turnpike.simulator.control;
