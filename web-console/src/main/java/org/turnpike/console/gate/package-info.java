/** The way in: sign-in, invitations, who a session belongs to, and what protects it. */
package org.turnpike.console.gate;
