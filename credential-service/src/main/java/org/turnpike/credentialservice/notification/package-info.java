/** Where notifications go, and what became of them, as machines manage it. */
package org.turnpike.credentialservice.notification;
