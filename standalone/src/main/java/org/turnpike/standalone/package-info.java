/** The product as one command: PostgreSQL when none is given, then Payara Micro with both WARs. */
package org.turnpike.standalone;
