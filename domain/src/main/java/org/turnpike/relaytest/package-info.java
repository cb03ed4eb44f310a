/**
 * Whether calls get through from where somebody sits: links that let them test it, and what the
 * tests found. Uses {@code credential}, {@code tenant} and what lies below them.
 */
@Uses({"credential", "tenant"})
package org.turnpike.relaytest;

import org.turnpike.shared.Uses;
