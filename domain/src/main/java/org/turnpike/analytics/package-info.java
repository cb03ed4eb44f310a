/**
 * Usage as people look at it: series over time. Nobody depends on it. Uses {@code usage}, {@code
 * tenant}, {@code turnkey} and what lies below them.
 */
@Uses({"usage", "tenant", "turnkey"})
package org.turnpike.analytics;

import org.turnpike.shared.Uses;
