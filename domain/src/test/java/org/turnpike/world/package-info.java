/**
 * The ports in memory, wired to the use cases: where tests live. The same {@link
 * org.turnpike.world.Ports} over PostgreSQL run the same contracts.
 */
package org.turnpike.world;
