/**
 * Whether calls get through from where somebody sits: links that let them test it, and what the
 * tests found. Uses {@code credential} and what lies below it.
 */
@Uses("credential")
package org.turnpike.relaytest;

import org.turnpike.shared.Uses;
