package io.hdlgen.quantizer.error;

/**
 * The user's input is wrong. The message is one line that says where, what was found, what was
 * expected and what to do; the command line prints it and exits with code 2.
 */
public final class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param where file, and the place in it: {@code "model.onnx: node MatMul_3"}
   * @param found what is there
   * @param expected what would be right, and what to do about it
   */
  public InvalidInputException(String where, String found, String expected) {
    super(oneLine(where + ": found " + found + "; expected " + expected));
  }

  /** As the other constructor, with the failure that led here. */
  public InvalidInputException(String where, String found, String expected, Throwable cause) {
    this(where, found, expected);
    initCause(cause);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*[\\r\\n]+\\s*", " ").strip();
  }
}
