/** The web application for people. */
package org.turnpike.webconsole;
