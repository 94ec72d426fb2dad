package io.hdlgen.hdl.signature;

/**
 * A 32-bit word that a processor can read or write.
 *
 * @param name in capitals, such as {@code CONTROL} or {@code FEATURE_3}
 * @param offset its address in bytes, a multiple of 4
 * @param field name of the feature or result that it holds; empty if none
 */
public record Register(String name, int offset, Access access, String field) {

  /** What a processor may do; anything else is answered with an error. */
  public enum Access {
    READ,
    WRITE,
    READ_WRITE;

    public boolean reads() {
      return this != WRITE;
    }

    public boolean writes() {
      return this != READ;
    }
  }

  /** Place of the word among all words. */
  public int word() {
    return offset / 4;
  }
}
