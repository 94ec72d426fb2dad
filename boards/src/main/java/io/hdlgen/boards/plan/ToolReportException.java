package io.hdlgen.boards.plan;

/** A tool has written a report that is not of the form that we know. The message is one line. */
public final class ToolReportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param report the file
   * @param problem what is wrong with it
   */
  public ToolReportException(String report, String problem) {
    super(
        (report + " is not as expected: " + problem).replaceAll("\\s*[\\r\\n]+\\s*", " ").strip());
  }
}
