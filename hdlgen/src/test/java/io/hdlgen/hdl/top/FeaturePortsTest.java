package io.hdlgen.hdl.top;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.testing.Designs;
import io.hdlgen.hdl.testing.VerilogTools;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongVector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeaturePortsTest {
  private static final List<String> NAMES =
      List.of(
          "speed",
          "Speed",
          "speed",
          "motor rpm",
          "\u00e9",
          "\u6e29\u5ea6",
          "_",
          "clk",
          "rst",
          "en",
          "wire",
          "1st",
          "class_o",
          "l0_n0",
          "a\"b\\c`d",
          "end\n",
          "s_axis_tdata",
          "x",
          "unused_ok");

  private static final List<InputFeature> FEATURES =
      NAMES.stream().map(name -> Designs.feature(name, 3, Encoding.UNSIGNED)).toList();

  @TempDir Path folder;

  @Test
  void namesAreLegalAndDiffer() {
    assertThat(FeaturePorts.of(FEATURES))
        .containsExactly(
            "speed_i",
            "Speed_1_i",
            "speed_2_i",
            "motor_rpm_i",
            "x_i",
            "x_1_i",
            "x_2_i",
            "clk_1_i",
            "rst_1_i",
            "en_1_i",
            "wire_i",
            "x1st_i",
            "class_o_i",
            "l0_n0_i",
            "a_b_c_d_i",
            "end_i",
            "s_axis_tdata_i",
            "x_3_i",
            "unused_ok_i");
  }

  private static IntegerNetwork network() {
    long[] weights = new long[NAMES.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = i - 4;
    }
    return Designs.network(
        FEATURES,
        List.of(
            Designs.layer(
                new Activation.Identity(), LongVector.filled(1, 2), LongVector.of(weights))),
        new Decision.Threshold(Designs.row(1), Designs.row(0), 9),
        "no\nwire x;",
        "\u00fc");
  }

  private static HardwareDesign design(Architecture architecture) {
    return HardwareCompiler.compile(
        network(),
        Designs.options(
            "odd",
            architecture,
            Outputs.BOTH,
            300,
            OptionalInt.empty(),
            List.of(new Folding(1, 4))));
  }

  /** The ports of the signature are those of the Verilog. */
  @Test
  void theTopHasThePortsOfItsSignature() {
    HardwareDesign design = design(Architecture.COMBINATIONAL);
    String top = design.files().get(design.files().size() - 1).text();
    for (Field field : design.signature().inputs()) {
      assertThat(top).contains("    input  wire [2:0] " + field.port() + ",\n");
    }
  }

  @ParameterizedTest
  @EnumSource(VerilogTools.class)
  void oddNamesAreCleanVerilog(VerilogTools tool) throws IOException, InterruptedException {
    tool.require();
    for (Architecture architecture : Architecture.values()) {
      Path place = Files.createDirectory(folder.resolve(architecture.name()));
      tool.assertClean("odd names", place, "odd", design(architecture).files());
    }
  }
}
