/** Where notifications go, and what became of them. */
package org.turnpike.console.notification;
