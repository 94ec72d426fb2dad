package io.hdlgen.benchmarks.folded;

import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.hdl.text.NetlistWriter;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.sim.check.CheckResult;
import io.hdlgen.sim.check.DesignCheck;
import io.hdlgen.sim.check.Vectors;
import io.hdlgen.sim.verilator.VerilatorModel;
import io.hdlgen.sim.verilator.VerilatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A network in one folding.
 *
 * @param emitSeconds from the network to Verilog and netlist on disk
 */
record DesignRun(
    IntegerNetwork network,
    HardwareDesign design,
    List<Path> files,
    Path folder,
    double emitSeconds) {
  static final String TOP = "top";

  static DesignRun emit(
      IntegerNetwork network, List<Folding> foldings, CostModel costs, double clockMhz, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    long start = System.nanoTime();
    HardwareDesign design =
        HardwareCompiler.compile(
            network,
            new HardwareOptions(
                TOP,
                Architecture.FOLDED,
                Outputs.BOTH,
                clockMhz,
                OptionalInt.empty(),
                foldings,
                Multiplication.AUTO,
                costs,
                List.of(),
                Bus.STREAM));
    List<Path> files = new ArrayList<>();
    for (VerilogFile file : design.files()) {
      files.add(Files.writeString(folder.resolve(file.name()), file.text()));
    }
    Files.writeString(folder.resolve("netlist.txt"), NetlistWriter.write(design.netlist()));
    return new DesignRun(network, design, files, folder, (System.nanoTime() - start) / 1e9);
  }

  /**
   * Compares the unrolled design of a network with the reference, on the vectors of the folded
   * ones.
   *
   * @throws IllegalStateException if they differ
   */
  static void checkUnrolled(IntegerNetwork network, double clockMhz, long[][] codes) {
    HardwareDesign unrolled =
        HardwareCompiler.compile(
            network,
            new HardwareOptions(
                TOP,
                Architecture.UNROLLED,
                Outputs.BOTH,
                clockMhz,
                OptionalInt.empty(),
                TargetCatalogue.builtIn().find("generic").costModel(),
                List.of()));
    ReferenceModel reference = new ReferenceModel(network);
    Vectors vectors =
        new Vectors(
            unrolled.signature(), codes, reference.classify(codes, 1), reference.scores(codes, 1));
    CheckResult result =
        new DesignCheck(unrolled.netlist(), unrolled.signature(), vectors, 1).inJava();
    if (!result.passed()) {
      throw new IllegalStateException(result.toString());
    }
    System.err.printf(Locale.ROOT, "unrolled: %,d of these vectors, 0 mismatches%n", codes.length);
  }

  /**
   * Compares reference, simulation and Verilator; the wall time in seconds.
   *
   * @throws IllegalStateException if they differ, or take other numbers of cycles than predicted
   */
  double check(long[][] codes) {
    long start = System.nanoTime();
    ReferenceModel reference = new ReferenceModel(network);
    Vectors vectors =
        new Vectors(
            design.signature(), codes, reference.classify(codes, 1), reference.scores(codes, 1));
    DesignCheck check = new DesignCheck(design.netlist(), design.signature(), vectors, 1);
    VerilatorModel model =
        VerilatorModel.build(
            check.records().verilog(files),
            VerilatorOptions.standard().withSpeed(VerilatorOptions.Speed.RUN));
    double built = (System.nanoTime() - start) / 1e9;
    CheckResult result = check.withVerilator(model);
    if (!result.passed()) {
      throw new IllegalStateException(result.toString());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.err.printf(
        Locale.ROOT,
        "%,d vectors, %,d cycles: 0 mismatches, latency %d = %d, interval %d = %d;"
            + " %.1f s to build, %.1f s to run%n",
        result.vectors(),
        result.cyclesCompared(),
        result.latencyPredicted(),
        result.latencyMeasured().orElseThrow(),
        result.intervalPredicted().orElseThrow(),
        result.intervalMeasured().orElseThrow(),
        built,
        seconds - built);
    return seconds;
  }
}
