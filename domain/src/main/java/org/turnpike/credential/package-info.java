/**
 * Short-lived ICE credentials: issued, recorded as grants, revoked. Uses {@code turnkey} and what
 * lies below it.
 */
@Uses("turnkey")
package org.turnpike.credential;

import org.turnpike.shared.Uses;
