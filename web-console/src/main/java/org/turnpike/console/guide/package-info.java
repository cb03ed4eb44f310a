/**
 * The integration guide of a tenant: one text in Markdown, filled with the tenant's own addresses
 * and limits, and shown on screen, as PDF and for Word.
 */
package org.turnpike.console.guide;
