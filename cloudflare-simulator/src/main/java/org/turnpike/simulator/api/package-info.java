/** What every call under {@code /client/v4} meets: the envelope, sign-in, and the rate limit. */
package org.turnpike.simulator.api;
