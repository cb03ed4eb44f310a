/** The application at the root of the standalone, a WAR of its own; no server has it. */
package org.turnpike.standalone.root;
