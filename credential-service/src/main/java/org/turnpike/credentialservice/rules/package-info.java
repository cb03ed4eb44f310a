/**
 * What holds for every call, whichever resource it reaches: who calls, how a body is read, how a
 * failure is answered, how lists are cut, how a creating call is done once.
 */
package org.turnpike.credentialservice.rules;
