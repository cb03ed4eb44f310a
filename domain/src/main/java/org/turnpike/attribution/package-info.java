/**
 * Whose usage of shared TURN keys is: rules on the identifier, and an inbox for what nobody owns.
 * Uses {@code usage}, {@code turnkey}, {@code tenant} and what lies below them.
 */
@Uses({"usage", "turnkey", "tenant"})
package org.turnpike.attribution;

import org.turnpike.shared.Uses;
