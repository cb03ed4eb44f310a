/**
 * Values every capability speaks in: money, volume, time, ids, failures, settings. Uses nothing of
 * ours.
 */
package org.turnpike.shared;
