/**
 * Usage as people look at it: series over time. Nobody depends on it. Uses {@code usage}, {@code
 * tenant}, {@code turnkey} and what lies below them.
 */
package org.turnpike.analytics;
