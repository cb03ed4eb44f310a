/** Possible leaks of a tenant's credentials. */
package org.turnpike.console.leak;
