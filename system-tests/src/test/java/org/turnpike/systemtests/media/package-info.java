/** Calls over a real relay: coturn, and the sample meeting in a real browser. */
package org.turnpike.systemtests.media;
