/**
 * People and what a caller may do: users, roles, sign-in, scopes. Uses {@code shared} and {@code
 * audit}.
 */
@Uses({"shared", "audit"})
package org.turnpike.identity;

import org.turnpike.shared.Uses;
