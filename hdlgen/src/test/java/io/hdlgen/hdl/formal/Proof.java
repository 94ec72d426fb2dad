package io.hdlgen.hdl.formal;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.emit.VerilogFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The assertions of a checker, as Yosys reads them, decided by the model checkers of its ABC:
 * property directed reachability (Een, Mishchenko and Brayton, "Efficient Implementation of
 * Property Directed Reachability", FMCAD 2011) for all cycles, or unrolling from the reset up to a
 * number of them.
 */
public final class Proof {
  private static final String MODEL =
      """
      read_verilog -formal %s
      prep -top %s -flatten
      setundef -undriven -anyseq
      memory_map
      async2sync
      opt -full
      techmap
      opt -fast
      dffunmap
      abc -g AND -fast
      opt_clean
      write_aiger -B -zinit model.aig
      """;

  private static final int LIMIT_SECONDS = 20;

  private static final Pattern FAILED = Pattern.compile("was asserted in frame (\\d+)");

  private final Path folder;
  private final List<VerilogFile> design;

  /**
   * A proof.
   *
   * @param folder an empty one
   * @param design the modules that are checked, and what belongs to them
   */
  public Proof(Path folder, List<VerilogFile> design) {
    this.folder = folder;
    this.design = design;
  }

  /**
   * The same of a design in which one module's text is another.
   *
   * @param from must be there; all that is like it becomes {@code to}
   */
  public Proof changed(String module, String from, String to) {
    UnaryOperator<String> change =
        text -> {
          assertThat(text).contains(from);
          return text.replace(from, to);
        };
    List<VerilogFile> files = new ArrayList<>();
    for (VerilogFile file : design) {
      boolean here = file.name().equals(module + ".v");
      files.add(here ? new VerilogFile(file.name(), change.apply(file.text())) : file);
    }
    assertThat(files).isNotEqualTo(design);
    return new Proof(folder, files);
  }

  /** Whether the assertions hold in all cycles. */
  public Verdict always(Checker checker) throws IOException, InterruptedException {
    return verdict(checker, "pdr -T " + LIMIT_SECONDS, "Property proved");
  }

  /** Whether the assertions hold in the first cycles. */
  public Verdict upTo(int cycles, Checker checker) throws IOException, InterruptedException {
    return verdict(
        checker,
        "bmc3 -T %d -F %d".formatted(LIMIT_SECONDS, cycles),
        "No output asserted in %d frames".formatted(cycles));
  }

  private Verdict verdict(Checker checker, String engine, String success)
      throws IOException, InterruptedException {
    List<String> names = new ArrayList<>();
    List<VerilogFile> files = new ArrayList<>(design);
    files.add(checker.file());
    for (VerilogFile file : files) {
      Files.writeString(folder.resolve(file.name()), file.text());
      names.add(file.name());
    }
    String script = MODEL.formatted(String.join(" ", names), Checker.TOP);
    Files.writeString(folder.resolve("model.ys"), script);
    Files.deleteIfExists(folder.resolve("model.aig"));
    run("yosys", "-q", "model.ys");
    String output = run("yosys-abc", "-c", "read_aiger model.aig; strash; scorr; " + engine);
    Matcher failed = FAILED.matcher(output);
    if (failed.find()) {
      return new Verdict(false, Integer.parseInt(failed.group(1)));
    }
    assertThat(output).contains(success);
    return new Verdict(true, -1);
  }

  private String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  /**
   * What a proof found.
   *
   * @param holds whether there is no way to break an assertion
   * @param cycle the first one that breaks one, from 0; -1 if all hold
   */
  public record Verdict(boolean holds, int cycle) {}
}
