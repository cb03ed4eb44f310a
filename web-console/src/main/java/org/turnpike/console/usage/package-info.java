/** What was relayed: the overviews, usage over time, and both as files. */
package org.turnpike.console.usage;
