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
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.testing.RandomFoldings;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.Inference;
import io.hdlgen.quantizer.reference.RandomNetworks;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.sim.cycle.Simulator;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random networks give the same results in the netlist as in the reference. */
class RandomDesignsTest {
  private static final int NETWORKS = 300;
  private static final int ROWS = 20;
  private static final CostModel MODEL = new CostModel("test", 0.5, 0.7, 0.8, 0.03);

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void netlistEqualsReference(Architecture architecture) {
    for (int seed = 0; seed < NETWORKS; seed++) {
      RandomNetworks random = new RandomNetworks(seed);
      IntegerNetwork network = random.next();
      HardwareOptions options =
          new HardwareOptions(
              "top",
              architecture,
              Outputs.values()[seed % 3],
              50 + seed % 400,
              seed % 2 == 0 ? OptionalInt.empty() : OptionalInt.of(1 + seed % 7),
              RandomFoldings.of(network, new Random(seed)),
              Multiplication.values()[seed % Multiplication.values().length],
              MODEL,
              List.of(),
              Bus.STREAM);
      HardwareDesign design = HardwareCompiler.compile(network, options);
      ReferenceModel reference = new ReferenceModel(network);
      Simulator simulator = new Simulator(design.netlist());
      for (long[] codes : random.codes(network, ROWS)) {
        Inference expected = reference.infer(codes);
        run(design, simulator, codes);
        for (Field field : design.signature().outputs()) {
          assertThat(read(simulator, field))
              .as("seed %d, %s of %s", seed, field.name(), network)
              .isEqualTo(
                  field.name().equals("class")
                      ? expected.classIndex()
                      : expected.scores().get(Integer.parseInt(field.name().substring(6))));
        }
      }
    }
  }

  private static void run(HardwareDesign design, Simulator simulator, long[] codes) {
    List<Field> inputs = design.signature().inputs();
    if (design.signature().architecture() == Architecture.COMBINATIONAL) {
      for (int i = 0; i < codes.length; i++) {
        simulator.setInput(inputs.get(i).port(), bits(inputs.get(i), codes[i]));
      }
      simulator.evaluate();
      return;
    }
    simulator.setReset(true);
    simulator.evaluate();
    simulator.clock();
    simulator.setReset(false);
    simulator.evaluate();
    simulator.clock();
    simulator.setInput("m_axis_tready", 1);
    int sent = 0;
    for (int edge = 0; edge < design.signature().latencyCycles(); edge++) {
      simulator.setInput("s_axis_tvalid", sent < design.signature().inputBeats() ? 1 : 0);
      simulator.setInput("s_axis_tdata", beat(inputs, codes, sent));
      simulator.setInput("s_axis_tlast", sent == design.signature().inputBeats() - 1 ? 1 : 0);
      simulator.evaluate();
      assertThat(simulator.output("m_axis_tvalid").toLong()).isZero();
      boolean taken = simulator.output("s_axis_tready").toLong() == 1;
      assertThat(taken || edge > 0).isTrue();
      simulator.clock();
      sent += taken ? 1 : 0;
    }
    simulator.setInput("s_axis_tvalid", 0);
    simulator.evaluate();
    assertThat(simulator.output("m_axis_tvalid").toLong()).isEqualTo(1);
  }

  private static BigInteger beat(List<Field> inputs, long[] codes, int number) {
    BigInteger beat = BigInteger.ZERO;
    for (int i = 0; i < codes.length; i++) {
      if (inputs.get(i).beat() == number) {
        BigInteger field = BigInteger.valueOf(bits(inputs.get(i), codes[i]));
        BigInteger mask = BigInteger.ONE.shiftLeft(inputs.get(i).width()).subtract(BigInteger.ONE);
        beat = beat.or(field.and(mask).shiftLeft(inputs.get(i).low()));
      }
    }
    return beat;
  }

  private static long bits(Field field, long code) {
    return field.encoding() == Encoding.BIPOLAR ? (code + 1) / 2 : code;
  }

  private static long read(Simulator simulator, Field field) {
    BigInteger port = simulator.output(field.port()).value();
    BigInteger value =
        port.shiftRight(field.low())
            .and(BigInteger.ONE.shiftLeft(field.width()).subtract(BigInteger.ONE));
    boolean negative = field.encoding() == Encoding.SIGNED && value.testBit(field.width() - 1);
    return (negative ? value.subtract(BigInteger.ONE.shiftLeft(field.width())) : value)
        .longValueExact();
  }
}
