package io.hdlgen.sim.tool;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;

/** Which external tools a test can use. */
public final class Tools {
  private Tools() {}

  /** Skips the test without the tool; fails it with {@code -Drequire.tools=true}. */
  public static void need(String program) {
    if (isThere(program)) {
      return;
    }
    if (Boolean.getBoolean("require.tools")) {
      fail("no " + program);
    }
    assumeTrue(false, "skipped: no " + program);
  }

  private static boolean isThere(String program) {
    try {
      String option = program.equals("iverilog") ? "-V" : "--version";
      Process process =
          new ProcessBuilder(program, option)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.waitFor();
      return true;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
