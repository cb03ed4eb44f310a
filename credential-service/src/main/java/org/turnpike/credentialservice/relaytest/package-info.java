/**
 * The relay test over HTTP: for tenants its links and results, for whoever holds a link the rest.
 */
package org.turnpike.credentialservice.relaytest;
