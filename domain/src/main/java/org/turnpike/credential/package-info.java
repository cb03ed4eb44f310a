/**
 * Short-lived ICE credentials: issued, recorded as grants, revoked. Uses {@code turnkey} and what
 * lies below it.
 */
package org.turnpike.credential;
