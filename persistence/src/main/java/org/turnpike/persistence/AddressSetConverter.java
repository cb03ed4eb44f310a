package org.turnpike.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.turnpike.network.AddressSet;

/** Addresses with a blank between. */
@Converter(autoApply = true)
public class AddressSetConverter implements AttributeConverter<AddressSet, String> {
  @Override
  public String convertToDatabaseColumn(AddressSet addresses) {
    return addresses == null ? null : String.join(" ", addresses.texts());
  }

  @Override
  public AddressSet convertToEntityAttribute(String column) {
    if (column == null) {
      return null;
    }
    return column.isEmpty() ? AddressSet.NONE : AddressSet.of(List.of(column.split(" ", -1)));
  }
}
