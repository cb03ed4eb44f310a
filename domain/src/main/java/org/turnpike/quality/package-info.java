/**
 * How calls fare at the relay, as the browsers that make them tell. Never billed, and names nobody.
 * Nobody depends on it. Uses {@code credential}, {@code tenant} and what lies below them.
 */
@Uses({"credential", "tenant"})
package org.turnpike.quality;

import org.turnpike.shared.Uses;
