/** The web application that the product's own Payara runs as a competitor. */
package org.turnpike.systemtests.benchmark.servlet;
