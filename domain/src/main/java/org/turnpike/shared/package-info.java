/**
 * Values every capability speaks in: money, volume, time, ids, failures, settings. Uses nothing of
 * ours.
 */
@Uses({})
package org.turnpike.shared;
