/** Statements on the screen and as files. */
package org.turnpike.console.billing;
