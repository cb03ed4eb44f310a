/** The web application for machines: starts first, answers what health checks ask. */
package org.turnpike.credentialservice;
