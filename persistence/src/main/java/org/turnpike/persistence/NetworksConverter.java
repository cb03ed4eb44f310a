package org.turnpike.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.turnpike.tenant.Networks;

/** Networks in CIDR notation, with a space between. */
@Converter(autoApply = true)
public class NetworksConverter implements AttributeConverter<Networks, String> {
  @Override
  public String convertToDatabaseColumn(Networks networks) {
    return networks.toString();
  }

  @Override
  public Networks convertToEntityAttribute(String column) {
    return column.isEmpty() ? Networks.ANYWHERE : new Networks(List.of(column.split(" ", -1)));
  }
}
