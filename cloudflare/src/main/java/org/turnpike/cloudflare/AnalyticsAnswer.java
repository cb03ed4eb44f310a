package org.turnpike.cloudflare;

import org.turnpike.usage.Evidence;

/**
 * What the analytics answered.
 *
 * @param account the account's node of the answer
 */
record AnalyticsAnswer(UntrustedJson account, Evidence evidence) {}
