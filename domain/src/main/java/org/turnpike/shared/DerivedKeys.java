package org.turnpike.shared;

/** Keys for signing that follow from the master key, so that every node knows the same. */
public interface DerivedKeys {
  /**
   * 32 bytes, by HKDF-Expand (RFC 5869) with SHA-256; another purpose gets others, and none of them
   * tells anything of the master key.
   */
  byte[] derive(String purpose);
}
