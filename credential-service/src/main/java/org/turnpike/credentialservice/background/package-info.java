/** What runs by itself once the database is prepared: first start, and work on a timer. */
package org.turnpike.credentialservice.background;
