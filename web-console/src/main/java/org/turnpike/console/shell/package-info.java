/** What frames every page: the tenant in view, the rail's links, how a person wants to see it. */
package org.turnpike.console.shell;
