package org.turnpike.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which capabilities a package may use, and with each what that one may use. The architecture test
 * holds the code to it.
 */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.CLASS)
public @interface Uses {
  /** Names of packages beside it. */
  String[] value();
}
