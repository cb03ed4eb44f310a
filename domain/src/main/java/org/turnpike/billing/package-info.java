/**
 * From usage to money: rate plans, billing periods, statements. Uses {@code usage}, {@code tenant},
 * {@code turnkey} and what lies below them.
 */
package org.turnpike.billing;
