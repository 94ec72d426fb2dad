package io.hdlgen.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CommandTextTest {
  @Test
  void namesOnlyWhatDiffers() {
    assertThat(CommandText.of(EmitRequest.example(2), "digits")).isEqualTo("hdlgen emit --bits 2");
    EmitRequest usual = EmitRequest.of(Path.of("/a/b/m.onnx")).withOutput(Path.of("/secret"));
    assertThat(CommandText.of(usual, "m")).isEqualTo("hdlgen emit m.onnx");
  }

  @Test
  void hasAFixedOrderAndQuotesWhatAShellWouldSplit() {
    EmitRequest request =
        EmitRequest.of(Path.of("my net.onnx"))
            .withPrecision(Precision.ofBits(3))
            .withData(
                new DataSource(Path.of("/x/it's.csv"), Optional.of("label 1"), Optional.empty()))
            .withHardware(
                new EmitRequest.Hardware(
                    Architecture.COMBINATIONAL,
                    Optional.of(Outputs.BOTH),
                    "generic",
                    250,
                    OptionalInt.of(7),
                    Optional.of("core")))
            .withCheck(new EmitRequest.Check(10, 9, true));
    assertThat(CommandText.of(request, "my_net"))
        .isEqualTo(
            "hdlgen emit 'my net.onnx' --bits 3 --data 'it'\\''s.csv' --label 'label 1'"
                + " --arch combinational --outputs both --clock-mhz 250 --stages 7 --top core"
                + " --seed 9 --count 10");
  }

  @Test
  void topNamesAreIdentifiers() {
    assertThat(VerilogIdentifier.after("My-Net v2.onnx")).isEqualTo("my_net_v2");
    assertThat(VerilogIdentifier.after("2bits.json")).isEqualTo("net_2bits");
    assertThat(VerilogIdentifier.after("module.onnx")).isNotEqualTo("module");
    assertThat(VerilogIdentifier.after(".onnx")).matches("[a-z][a-z0-9_]*");
  }
}
