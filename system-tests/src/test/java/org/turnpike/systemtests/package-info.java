/** The product from outside: whatever a test knows, it learned over HTTP or from a log. */
package org.turnpike.systemtests;
