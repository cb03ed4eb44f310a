/**
 * What an operator's monitoring reads at {@code /api/metrics}: figures without names, for whoever
 * may read them need not be a tenant's.
 */
package org.turnpike.credentialservice.metrics;
