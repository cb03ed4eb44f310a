/** What people see: the console in a real browser. */
package org.turnpike.systemtests.console;
