/**
 * From usage to money: rate plans, billing periods, statements. Uses {@code usage}, {@code tenant},
 * {@code turnkey} and what lies below them.
 */
@Uses({"usage", "tenant", "turnkey"})
package org.turnpike.billing;

import org.turnpike.shared.Uses;
