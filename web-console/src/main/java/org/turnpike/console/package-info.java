/**
 * The console for people: page beans hold what their page shows, and call the domain's use cases.
 *
 * <p>May use every capability of the domain; no persistence, no SQL, no HTTP client.
 */
package org.turnpike.console;
