/** What machines rely on: the API from outside, its refusals, and its figures against the truth. */
package org.turnpike.systemtests.api;
