/** Who did what, when and from where; a leaf everybody may tell. Uses {@code shared} alone. */
@Uses("shared")
package org.turnpike.audit;

import org.turnpike.shared.Uses;
