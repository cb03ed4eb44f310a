/** The same credentials in the shapes that apps know already. */
package org.turnpike.credentialservice.dropin;
