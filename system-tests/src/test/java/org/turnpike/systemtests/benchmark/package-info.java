/**
 * How fast the product is beside what people use instead of it; docs/performance.md tells what is
 * compared and how. {@code ./test} runs nothing of this.
 */
package org.turnpike.systemtests.benchmark;
