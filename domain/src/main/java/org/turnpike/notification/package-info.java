/**
 * What people and other systems are told: an outbox of mail and signed webhooks. A leaf everybody
 * above {@code identity} may tell. Uses {@code shared}, {@code audit} and {@code identity}.
 */
@Uses({"shared", "audit", "identity"})
package org.turnpike.notification;

import org.turnpike.shared.Uses;
