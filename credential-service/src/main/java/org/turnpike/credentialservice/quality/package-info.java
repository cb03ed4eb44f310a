/** What browsers report of calls, and how a tenant's calls fared. */
package org.turnpike.credentialservice.quality;
