/** Usage, the ledger behind it and statements, as machines read them. */
package org.turnpike.credentialservice.usage;
