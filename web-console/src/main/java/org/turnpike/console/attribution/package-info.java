/** Usage of shared TURN keys that is nobody's, and the rules that say whose it is. */
package org.turnpike.console.attribution;
