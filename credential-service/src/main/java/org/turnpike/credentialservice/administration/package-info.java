/** Accounts, tenants, TURN keys, API keys, users and the audit trail, as machines manage them. */
package org.turnpike.credentialservice.administration;
