/** Who did what, when and from where; a leaf everybody may tell. Uses {@code shared} alone. */
package org.turnpike.audit;
