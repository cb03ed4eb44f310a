package org.turnpike.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import org.turnpike.shared.Uses;

/** The classes that the domain is made of, tests left out. */
final class Domain {
  static final String ROOT = "org.turnpike";

  static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(Domain::isMain).importPackages(ROOT);

  private Domain() {}

  private static boolean isMain(Location location) {
    String folder = Uses.class.getProtectionDomain().getCodeSource().getLocation().toString();
    return location.asURI().toString().contains(folder.replace("file:", ""));
  }
}
