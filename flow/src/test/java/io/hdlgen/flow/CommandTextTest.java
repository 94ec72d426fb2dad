package io.hdlgen.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.quantizer.format.WeightFormat;
import io.hdlgen.quantizer.train.ClassWeighting;
import io.hdlgen.quantizer.train.TrainingOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CommandTextTest {
  /** Differs from the usual options in all, and in the number of threads, which does not count. */
  private static final TrainingOptions CHANGED =
      new TrainingOptions(
          7, 8, 0.5, 0, false, ClassWeighting.ROOT, 0.1, 0, 3, 0.25, 0.5, 4, 1, 0, 9, 1000);

  @Test
  void namesOnlyWhatDiffers() {
    assertThat(CommandText.of(EmitRequest.example(2), "digits")).isEqualTo("hdlgen emit --bits 2");
    EmitRequest usual = EmitRequest.of(Path.of("/a/b/m.onnx")).withOutput(Path.of("/secret"));
    assertThat(CommandText.of(usual, "m")).isEqualTo("hdlgen emit m.onnx");
  }

  @Test
  void namesTheBus() {
    EmitRequest request =
        EmitRequest.of(Path.of("m.onnx"))
            .withHardware(EmitRequest.Hardware.DEFAULT.withBus(Bus.AXI4_LITE));
    assertThat(CommandText.of(request, "m")).isEqualTo("hdlgen emit m.onnx --bus axi4-lite");
  }

  @Test
  void hasAFixedOrderAndQuotesWhatAShellWouldSplit() {
    EmitRequest request =
        EmitRequest.of(Path.of("my net.onnx"))
            .withPrecision(Precision.ofBits(3))
            .withData(
                new DataSource(
                    Path.of("/x/it's.csv"),
                    Optional.of("label 1"),
                    Optional.empty(),
                    List.of("X1", "-2")))
            .withHardware(
                new EmitRequest.Hardware(
                    ArchitectureChoice.COMBINATIONAL,
                    Optional.of(Outputs.BOTH),
                    Optional.empty(),
                    Multiplication.AUTO,
                    "generic",
                    OptionalDouble.of(250),
                    OptionalInt.empty(),
                    Optional.of("core"),
                    Bus.STREAM,
                    false))
            .withCheck(new EmitRequest.Check(OptionalInt.of(10), 9, true));
    assertThat(CommandText.of(request, "my_net"))
        .isEqualTo(
            "hdlgen emit 'my net.onnx' --bits 3 --data 'it'\\''s.csv' --label 'label 1' --ignore X1,-2"
                + " --arch combinational --outputs both --clock-mhz 250 --top core"
                + " --seed 9 --count 10");
  }

  @Test
  void namesHowTheNetworkIsTrained() {
    EmitRequest request =
        EmitRequest.of(Path.of("m.onnx"))
            .withPrecision(
                Precision.ofBits(4)
                    .withWeights(List.of(new WeightFormat.Ternary(), new WeightFormat.Binary())))
            .withMethod(new QuantizationMethod.Trained(CHANGED))
            .withData(DataSource.of(Path.of("/x/a.csv")))
            .withTestData(
                new DataSource(
                    Path.of("/x/b.gz"),
                    Optional.empty(),
                    Optional.of(Path.of("/x/c.gz")),
                    List.of("X1")));
    String training =
        " --epochs 7 --batch 8 --learning-rate 0.5 --weight-decay 0 --no-batch-norm"
            + " --class-weights root --label-smoothing 0.1 --validation 0 --patience 3 --l1 0.25"
            + " --sparsity 0.5 --fan-in 4 --distillation 1 --damping 0";
    assertThat(CommandText.of(request, "m"))
        .isEqualTo(
            "hdlgen emit m.onnx --bits 4 --weights ternary,binary"
                + training
                + " --training-seed 9 --data a.csv --test-data b.gz --test-labels c.gz");
    TrainRequest train =
        TrainRequest.of(DataSource.of(Path.of("/x/a.csv")), Precision.ofBits(2))
            .withHidden(List.of())
            .withTraining(CHANGED)
            .withOutput(Path.of("/secret"));
    DataSource some =
        new DataSource(Path.of("a.csv"), Optional.empty(), Optional.empty(), List.of("my id"));
    assertThat(CommandText.of(TrainRequest.of(some, Precision.ofBits(2))))
        .startsWith("hdlgen train --data a.csv --ignore 'my id' --hidden");
    assertThat(CommandText.ofNetwork(request.withData(some))).endsWith(" --ignore 'my id'");
    assertThat(CommandText.of(train))
        .isEqualTo(
            "hdlgen train --data a.csv --hidden none --activation relu --bits 2"
                + training
                + " --seed 9");
  }

  @Test
  void topNamesAreIdentifiers() {
    assertThat(VerilogIdentifier.after("My-Net v2.onnx")).isEqualTo("my_net_v2");
    assertThat(VerilogIdentifier.after("iris.network.json")).isEqualTo("iris");
    assertThat(VerilogIdentifier.after("2bits.json")).isEqualTo("net_2bits");
    assertThat(VerilogIdentifier.after("module.onnx")).isNotEqualTo("module");
    assertThat(VerilogIdentifier.after(".onnx")).matches("[a-z][a-z0-9_]*");
  }
}
