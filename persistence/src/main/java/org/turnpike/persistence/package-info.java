/** How the adapters reach the database: one EntityManager, JTA transactions, the schema first. */
package org.turnpike.persistence;
