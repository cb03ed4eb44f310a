package org.turnpike.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

class PersistenceUnitTest {
  @Test
  void it_lists_every_entity_embeddable_and_converter_and_nothing_else() throws Exception {
    List<String> mapped =
        new ClassFileImporter()
            .importPackages("org.turnpike").stream()
                .filter(
                    type ->
                        type.isAnnotatedWith(Entity.class)
                            || type.isAnnotatedWith(Embeddable.class)
                            || type.isAnnotatedWith(Converter.class))
                .map(JavaClass::getName)
                .toList();
    assertThat(mapped).hasSizeGreaterThan(15);
    assertThat(listed()).containsExactlyInAnyOrderElementsOf(mapped);
  }

  private static List<String> listed() throws Exception {
    try (InputStream xml =
        PersistenceUnitTest.class.getResourceAsStream("/META-INF/persistence.xml")) {
      NodeList classes =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(xml)
              .getElementsByTagName("class");
      List<String> names = new ArrayList<>();
      for (int i = 0; i < classes.getLength(); i++) {
        names.add(classes.item(i).getTextContent());
      }
      return names;
    }
  }
}
