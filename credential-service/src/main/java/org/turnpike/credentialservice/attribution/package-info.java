/** TURN keys that tenants share, the rules that say whose usage is, and what is nobody's. */
package org.turnpike.credentialservice.attribution;
