/**
 * The demo behind {@code ./run}: the simulator, the product beside it, and sample tenants seeded
 * through the product's public API alone. Nothing of it is in the product.
 */
package org.turnpike.simulator.demo;
