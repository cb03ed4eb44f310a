package org.turnpike.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.turnpike.tenant.Scopes;

/** Scopes by their names on the wire, with a space between. */
@Converter(autoApply = true)
public class ScopesConverter implements AttributeConverter<Scopes, String> {
  @Override
  public String convertToDatabaseColumn(Scopes scopes) {
    return scopes.toString();
  }

  @Override
  public Scopes convertToEntityAttribute(String column) {
    return Scopes.named(List.of(column.split(" ", -1)));
  }
}
