/** The one owner of the database schema. Stands alone: Flyway and the driver, nothing of ours. */
package org.turnpike.migrations;
