package io.hdlgen.canids.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.canids.detect.Detector;
import io.hdlgen.canids.detect.DetectorClass;
import io.hdlgen.canids.detect.DetectorFolder;
import io.hdlgen.canids.detect.LogPart;
import io.hdlgen.canids.detect.Origin;
import io.hdlgen.canids.feature.FeatureSpec;
import io.hdlgen.canids.feature.Presets;
import io.hdlgen.canids.frame.Label;
import io.hdlgen.canids.verify.RandomDetector;
import io.hdlgen.flow.ArchitectureChoice;
import io.hdlgen.flow.EmitRequest;
import io.hdlgen.flow.design.DesignFixture;
import io.hdlgen.flow.design.SchemaCheck;
import io.hdlgen.flow.doctor.Doctor;
import io.hdlgen.flow.doctor.Tool;
import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.flow.folder.Sha256;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.folding.FoldingWish;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.floating.FloatLayer;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorEmissionTest {
  @TempDir private Path folder;

  @Test
  void writesADesignThatFramesPass() throws IOException {
    needVerilator();
    Path design = folder.resolve("design");
    DetectorEmitResult result =
        DetectorEmission.emit(request(detector(), ArchitectureChoice.FOLDED, 50), Progress.NONE);
    assertThat(result.passed()).isTrue();
    assertThat(result.compared().orElseThrow().check().latencyMost())
        .isEqualTo(result.latencyCycles());
    assertThat(CanonicalJson.read(result.toJson())).containsKeys("design", "verification");
    assertThat(design.resolve("rtl/dos.v"))
        .content()
        .contains(
            "// Regenerate: hdlgen can emit dos --arch folded --target ulx3s_85f --without-receiver"
                + " --clocks-per-bit 50")
        .doesNotContain(folder.toString());
    assertThat(design.resolve("core/rtl/dos_core.v")).exists();

    assertThat(problems(design)).isEmpty();

    DetectorVerifyResult verified = verify(design);
    assertThat(verified.passed()).isTrue();
    assertThat(verified.notes()).isEmpty();
    assertThat(CanonicalJson.read(verified.toJson())).containsEntry("frames", 300);

    // A later verification does not make the folder somebody else's.
    String before = hashes(design);
    DetectorEmission.emit(request(detector(), ArchitectureChoice.FOLDED, 50), Progress.NONE);
    assertThat(hashes(design)).isEqualTo(before);

    Path features = design.resolve("rtl/dos_features.v");
    Files.writeString(
        features, Files.readString(features).replace("byte3_q <= ", "byte3_q <= 8'd1 | "));
    DetectorVerifyResult broken = verify(design);
    assertThat(broken.passed()).isFalse();
    assertThat(broken.compared().check().first().orElseThrow()).contains("other in byte_3)");
    assertThat(broken.notes().get(0)).contains("rtl/dos_features.v");
  }

  @Test
  void theFilesOfAListenerAreAsTheirSchemasSay() throws IOException {
    DetectorEmitRequest alone = request(detector(), ArchitectureChoice.FOLDED, 50);
    DetectorEmitRequest listener =
        new DetectorEmitRequest(
            alone.detector(),
            alone.hardware(),
            Optional.of(new BusClock(25, 500_000)),
            50,
            OptionalInt.of(10),
            1,
            false,
            alone.output(),
            false,
            false);
    assertThat(DetectorEmission.emit(listener, Progress.NONE).passed()).isTrue();
    Path design = folder.resolve("design");
    assertThat(problems(design)).isEmpty();
    assertThat(design.resolve("verification.json")).content().contains("lengthCode");
    assertThat(design.resolve("signature.json")).content().contains("bitRate");
  }

  private static List<String> problems(Path design) throws IOException {
    List<String> problems = new ArrayList<>();
    for (String name : List.of("options", "signature", "verification")) {
      problems.addAll(problems("detector-" + name + ".json", design.resolve(name + ".json")));
    }
    problems.addAll(problems("detector.json", design.resolve("detector.json")));
    return problems;
  }

  private static List<String> problems(String schema, Path file) throws IOException {
    return SchemaCheck.problems(DesignFixture.schema(schema), Files.readString(file));
  }

  @Test
  void refusesToReplaceADetector() {
    DetectorEmitRequest usual = request(detector(), ArchitectureChoice.FOLDED, 50);
    DetectorEmitRequest over =
        new DetectorEmitRequest(
            usual.detector(),
            usual.hardware(),
            Optional.empty(),
            50,
            OptionalInt.of(10),
            1,
            false,
            Optional.of(usual.detector()),
            false,
            true);
    assertThatThrownBy(() -> DetectorEmission.emit(over, Progress.NONE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the folder of a detector that can train wrote")
        .hasMessageContaining("such as -o dos_ulx3s_85f");
    assertThat(usual.detector().resolve("detector.json")).exists();
  }

  @Test
  void refusesVerdictsThatAreTooSlowForTheBus() throws IOException {
    assertThatThrownBy(
            () ->
                DetectorEmission.emit(
                    request(detector(), ArchitectureChoice.FOLDED, 8), Progress.NONE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("8 clocks a bit: found verdicts that take")
        .hasMessageContaining("at most 235");
    assertThat(folder.resolve("design")).doesNotExist();
  }

  @Test
  void boundsWhatIsSentOnTheWire() throws IOException {
    DetectorEmitRequest usual = request(detector(), ArchitectureChoice.FOLDED, 50);
    DetectorEmitRequest many =
        new DetectorEmitRequest(
            usual.detector(),
            usual.hardware(),
            Optional.of(new BusClock(50, 1_000_000)),
            50,
            OptionalInt.of(200_001),
            1,
            false,
            usual.output(),
            true,
            false);
    assertThatThrownBy(() -> DetectorEmission.emit(many, Progress.NONE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(
            "--frames: found 200001 frames from the wire; expected at most 200000");
  }

  private static DetectorVerifyResult verify(Path design) {
    return DetectorVerification.verify(
        new DetectorVerifyRequest(
            design, false, Optional.empty(), OptionalLong.of(300), OptionalLong.of(9)),
        Progress.NONE);
  }

  private static String hashes(Path design) throws IOException {
    return Sha256.of(design.resolve("manifest.json"))
        + Sha256.of(design.resolve("core/manifest.json"));
  }

  private DetectorEmitRequest request(Path detector, ArchitectureChoice arch, int clocksPerBit) {
    return new DetectorEmitRequest(
        detector,
        new EmitRequest.Hardware(
            arch,
            Optional.empty(),
            Optional.of(new FoldingWish.ByHand(Map.of())),
            Multiplication.AUTO,
            "ulx3s_85f",
            OptionalDouble.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Bus.STREAM,
            false),
        Optional.empty(),
        clocksPerBit,
        OptionalInt.of(300),
        1,
        true,
        Optional.of(folder.resolve("design")),
        false,
        false);
  }

  private Path detector() {
    FeatureSpec spec = Presets.DATE23.features();
    IntegerNetwork network = RandomDetector.network(spec, List.of(30), 2, 1);
    List<DetectorClass> classes =
        List.of(
            new DetectorClass("class0", List.of(Label.BENIGN)),
            new DetectorClass("class1", List.of(Label.DOS)));
    Path detector = folder.resolve("dos");
    FloatLayer layer =
        new FloatLayer(
            "out",
            new Array2DRowRealMatrix(1, spec.features()),
            new ArrayRealVector(1),
            FloatActivation.IDENTITY);
    new DetectorFolder(detector)
        .write(
            new Detector(
                "date23",
                spec,
                classes,
                network,
                new Origin(List.of("none.csv"), true, LogPart.ALL, 0, 1)),
            new FloatNetwork("none", spec.names(), List.of(layer), network.classNames()));
    return detector;
  }

  private static void needVerilator() {
    boolean there = Doctor.ofEnvironment().find(Tool.VERILATOR).isPresent();
    Assumptions.assumeTrue(there || Boolean.getBoolean("require.tools"), "skipped: no verilator");
  }
}
