/** Credentials for machines: issued on the hot path, listed as grants, revoked. */
package org.turnpike.credentialservice.credentials;
