/** What browsers load from the credential service: files, the same for everybody. */
package org.turnpike.credentialservice.browser;
