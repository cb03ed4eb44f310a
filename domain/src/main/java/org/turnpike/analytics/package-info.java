/**
 * Usage as people look at it: series over time, and what of it may be a leak. Nobody depends on it.
 * Uses {@code usage}, {@code credential}, {@code tenant}, {@code turnkey} and what lies below them.
 */
@Uses({"usage", "credential", "tenant", "turnkey"})
package org.turnpike.analytics;

import org.turnpike.shared.Uses;
