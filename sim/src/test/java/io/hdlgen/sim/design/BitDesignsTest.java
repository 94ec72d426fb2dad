package io.hdlgen.sim.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.RandomBitNetworks;
import io.hdlgen.quantizer.reference.RandomNetworks;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.sim.check.CheckResult;
import io.hdlgen.sim.check.DesignCheck;
import io.hdlgen.sim.check.Vectors;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Networks of bits: thermometers in, step neurons, tables and diagrams, as logic and pipelined. */
class BitDesignsTest {
  private static final CostModel MODEL = new CostModel("test", 0.5, 0.7, 0.8, 0.03);
  private static final int NETWORKS = 400;
  private static final int ROWS = 200;

  @Test
  void simulationIsTheReference() {
    for (int seed = 0; seed < NETWORKS; seed++) {
      IntegerNetwork network = new RandomBitNetworks(seed).next();
      Architecture architecture =
          seed % 4 == 0 ? Architecture.UNROLLED : Architecture.COMBINATIONAL;
      HardwareDesign design =
          HardwareCompiler.compile(
              network,
              new HardwareOptions(
                  "b" + seed,
                  architecture,
                  Outputs.CLASS,
                  100,
                  OptionalInt.empty(),
                  List.of(),
                  Multiplication.AUTO,
                  MODEL,
                  List.of(),
                  Bus.STREAM));
      long[][] codes = new RandomNetworks(seed).codes(network, ROWS);
      ReferenceModel.Results results = new ReferenceModel(network).results(codes, 1);
      Vectors vectors = new Vectors(design.signature(), codes, results.classes(), results.scores());
      CheckResult check =
          new DesignCheck(design.netlist(), design.signature(), vectors, seed).inJavaWithRanges();
      assertThat(check.first()).as("seed %d: %s", seed, network).isEmpty();
      assertThat(check.passed()).isTrue();
    }
  }
}
