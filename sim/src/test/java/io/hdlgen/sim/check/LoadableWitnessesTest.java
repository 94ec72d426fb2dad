package io.hdlgen.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.load.Declaration;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.sim.cycle.RangeCheck;
import io.hdlgen.sim.tool.Tools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reference, simulation and Verilator agree on random networks whose numbers are loaded: on the
 * network at the start as on a design whose numbers are built in, and on others that are loaded and
 * switched to while inferences are under way.
 */
final class LoadableWitnessesTest {
  private static final int NETWORKS = 40;
  private static final int IN_VERILATOR = 12;

  @TempDir Path folder;

  @Test
  void theNetworkAtTheStartRunsAsIfBuiltIn() {
    for (int seed = 0; seed < NETWORKS; seed++) {
      LoadableCase design = LoadableCase.of(seed);
      CheckResult result = design.check().inJavaWithRanges();
      assertThat(result.mismatches()).as("seed %d: %s", seed, result.first()).isZero();
      assertThat(result.latencyMeasured()).hasValue(design.builtIn().signature().latencyCycles());
      assertThat(result.intervalMeasured())
          .isEqualTo(design.builtIn().signature().initiationInterval());
    }
  }

  /** A bipolar feature of weight 1 weighs 2 where another feature is a plain bit. */
  @Test
  void bitsOfBothEncodingsAddUp() {
    List<InputFeature> inputs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Encoding encoding = i % 2 == 0 ? Encoding.BIPOLAR : Encoding.UNSIGNED;
      inputs.add(InputFeature.filling("x" + i, 1, encoding, 1, 0, Rounding.HALF_EVEN));
    }
    LongMatrix weights =
        LongMatrix.ofRows(List.of(LongVector.of(1, -1, 1, 1), LongVector.of(-1, 1, 1, -1)), 4);
    IntegerNetwork network =
        new IntegerNetwork(
            "mix",
            inputs,
            List.of(new DenseLayer("l0", weights, LongVector.of(0, 1), new Activation.Identity())),
            new Decision.ArgMax(LongVector.of(1, 1), LongVector.of(0, 0)),
            List.of("a", "b"));
    HardwareOptions options =
        new HardwareOptions(
            "mix",
            Architecture.FOLDED,
            Outputs.BOTH,
            1,
            OptionalInt.empty(),
            List.of(new Folding(1, 2)),
            Multiplication.AUTO,
            LoadableCase.MODEL,
            List.of(),
            Bus.STREAM);
    HardwareDesign design =
        HardwareCompiler.compile(network, options.withLoadable(Declaration.of(network)));
    long[][] codes = new long[16][4];
    for (int row = 0; row < 16; row++) {
      for (int i = 0; i < 4; i++) {
        int bit = row >> i & 1;
        codes[row][i] = i % 2 == 0 ? 2L * bit - 1 : bit;
      }
    }
    ReferenceModel reference = new ReferenceModel(network);
    Vectors vectors =
        new Vectors(
            design.signature(), codes, reference.classify(codes, 1), reference.scores(codes, 1));
    CheckResult result =
        new DesignCheck(design.netlist(), design.signature(), vectors, 1).inJavaWithRanges();
    assertThat(result.mismatches()).as("%s", result.first()).isZero();
  }

  @Test
  void loadedNetworksFollowTheirSwitch() {
    int results = 0;
    for (int seed = 0; seed < NETWORKS; seed++) {
      LoadableCase design = LoadableCase.of(seed);
      LoadScript script = design.script();
      PortRecords records = new PortRecords(design.loadable().netlist());
      byte[] inputs = new byte[records.inputs().size()];
      byte[] outputs = new byte[records.outputs().size()];
      RangeCheck ranges = new RangeCheck(script.simulator());
      while (script.next(inputs, 0, outputs, 0, new byte[outputs.length], 0)) {
        ranges.observe(script.simulator().isReset());
      }
      assertThat(script.first()).as("seed %d", seed).isEmpty();
      results += script.results();
    }
    assertThat(results).isGreaterThan(NETWORKS * 20);
  }

  @Test
  void allThreeAgree() throws IOException {
    Tools.need("verilator");
    DesignArray array = new DesignArray();
    for (int seed = 0; seed < IN_VERILATOR; seed++) {
      LoadableCase design = LoadableCase.of(seed);
      if (seed % 4 == 0) {
        array.add("seed " + seed, design.loadable(), design.check());
      } else {
        array.add("seed " + seed, design.loadable(), design::script);
      }
    }
    array.check(folder);
  }
}
