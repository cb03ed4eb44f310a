/** The house rules of the domain, as tests. */
package org.turnpike.architecture;
