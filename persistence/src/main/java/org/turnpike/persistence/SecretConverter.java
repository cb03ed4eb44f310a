package org.turnpike.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.turnpike.shared.Secret;

/** Every {@link Secret} of every entity, encrypted in its column. */
@Converter(autoApply = true)
public class SecretConverter implements AttributeConverter<Secret, String> {
  @Override
  public String convertToDatabaseColumn(Secret secret) {
    return secret == null ? null : Encryption.atRest().encrypt(secret);
  }

  @Override
  public Secret convertToEntityAttribute(String column) {
    return column == null ? null : Encryption.atRest().decrypt(column);
  }
}
