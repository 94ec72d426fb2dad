package io.hdlgen.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.sim.tool.Tools;
import io.hdlgen.sim.verilator.VerilatorModel;
import io.hdlgen.sim.verilator.VerilatorOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A printed classifier that Verilator 5.006, left to itself, simulates wrongly: 4,332 of 100,881
 * classes were others than those of the Verilog.
 */
final class GateTreeTest {
  private static final int FEATURES = 4;
  private static final int LEVELS = 3;
  private static final int VALUES = FEATURES * LEVELS;
  private static final String GATES =
      "[13,7],[10,4],[26,29],[31,2],[13,3],[35,21],[33,37],[39,8],[41,14],[34,24],[45,8],[37,47],"
          + "[33,48],[43,51],[52,17],[12,4],[55,57],[59,20],[61,22],[53,16],[63,65],[67,37],[11,5],"
          + "[53,70],[69,73],[30,23],[60,3],[76,78],[24,18],[82,74],[81,85]";

  @TempDir Path folder;

  @Test
  void verilatorGivesTheClassesOfAllCodes() throws IOException {
    Tools.need("verilator");
    IntegerNetwork network = network();
    HardwareDesign design =
        HardwareCompiler.compile(
            network,
            new HardwareOptions(
                "gates",
                Architecture.COMBINATIONAL,
                Outputs.CLASS,
                100,
                OptionalInt.empty(),
                List.of(),
                Multiplication.AUTO,
                new CostModel("test", 0.5, 0.7, 0.8, 0.03),
                List.of(),
                Bus.STREAM));
    long[][] codes =
        IntStream.range(0, 1 << 2 * FEATURES)
            .mapToObj(
                n -> IntStream.range(0, FEATURES).mapToLong(i -> n >> 2 * i & LEVELS).toArray())
            .toArray(long[][]::new);
    ReferenceModel.Results results = new ReferenceModel(network).results(codes, 1);
    Vectors vectors = new Vectors(design.signature(), codes, results.classes(), results.scores());
    DesignCheck check = new DesignCheck(design.netlist(), design.signature(), vectors, 1);
    List<Path> files =
        new TestDesign(network, design).write(folder.resolve("rtl"), UnaryOperator.identity());
    VerilatorModel model =
        VerilatorModel.build(
            check.records().verilog(files),
            VerilatorOptions.standard().withCache(folder.resolve("cache")));
    CheckResult result = check.withVerilator(model);
    assertThat(result.first()).isEmpty();
    assertThat(result.passed()).isTrue();
  }

  private static IntegerNetwork network() {
    String inputs =
        IntStream.range(0, FEATURES)
            .mapToObj(
                i ->
                    """
                    {"name": "X%d", "bits": 2, "encoding": "thermometer", "min": 0, "max": 3,
                     "scale": 1.0, "offset": 1.0, "rounding": "floor", "levels": [1, 2, 3]}"""
                        .formatted(i + 1))
            .collect(Collectors.joining(","));
    String weights =
        IntStream.range(0, VALUES)
            .mapToObj(
                n ->
                    IntStream.range(0, VALUES)
                        .mapToObj(i -> i == n ? "1" : "0")
                        .collect(Collectors.joining(",", "[", "]")))
            .collect(Collectors.joining(","));
    String ones = "[1],".repeat(VALUES - 1) + "[1]";
    return NetworkJson.parse(
        """
        {"format": "hdlgen-network", "version": 2, "name": "gates", "inputs": [%s],
         "layers": [{"name": "levels", "weights": [%s], "biases": [%s],
           "activation": {"kind": "multi_threshold", "first": 0, "step": 1, "thresholds": [%s]}}],
         "decision": {"kind": "logic", "values": 12, "gates": [%s], "outputs": [75, 87],
           "lastClass": 2}, "classNames": ["0", "1", "2"]}"""
            .formatted(inputs, weights, "0,".repeat(VALUES - 1) + "0", ones, GATES),
        "test");
  }
}
