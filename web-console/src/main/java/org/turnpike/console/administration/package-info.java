/** What operators look after: accounts, tenants, users; and the audit trail. */
package org.turnpike.console.administration;
