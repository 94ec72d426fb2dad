package io.hdlgen.hdl.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.hdlgen.hdl.emit.VerilogFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tools that must read what is emitted without a word. */
public enum VerilogTools {
  VERILATOR {
    @Override
    List<String> command(String top, List<String> files) {
      return with(List.of("verilator", "--lint-only", "-Wall", "--top-module", top), files);
    }
  },
  IVERILOG {
    @Override
    List<String> command(String top, List<String> files) {
      return with(List.of("iverilog", "-g2001", "-Wall", "-s", top, "-o", "out.vvp"), files);
    }
  },
  YOSYS {
    @Override
    List<String> command(String top, List<String> files) {
      String script = "read_verilog %s; hierarchy -check -top %s; proc; check -assert";
      return List.of(
          "yosys", "-q", "-e", ".*", "-p", script.formatted(String.join(" ", files), top));
    }
  };

  abstract List<String> command(String top, List<String> files);

  private static List<String> with(List<String> command, List<String> files) {
    List<String> all = new ArrayList<>(command);
    all.addAll(files);
    return all;
  }

  /**
   * Writes the files to an empty folder and has the tool read them.
   *
   * @param what names the design in the message of a failure
   */
  public void assertClean(String what, Path folder, String top, List<VerilogFile> files)
      throws IOException, InterruptedException {
    for (VerilogFile file : files) {
      Files.writeString(folder.resolve(file.name()), file.text());
    }
    List<String> command = command(top, files.stream().map(VerilogFile::name).toList());
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(output + "exit " + process.waitFor()).as("%s on %s", this, what).isEqualTo("exit 0");
  }

  /** Skips the test if the tool is missing, or fails it if tools are required. */
  public void require() throws InterruptedException {
    String tool = command("", List.of()).get(0);
    try {
      new ProcessBuilder(tool, "-V").redirectErrorStream(true).start().waitFor();
    } catch (IOException missing) {
      if (Boolean.getBoolean("require.tools")) {
        fail("no " + tool);
      }
      abort("skipped: no " + tool);
    }
  }
}
