package io.hdlgen.canids.demo;

import io.hdlgen.canids.design.BusClock;
import io.hdlgen.canids.design.DetectorEmission;
import io.hdlgen.canids.design.DetectorEmitRequest;
import io.hdlgen.canids.design.DetectorEmitResult;
import io.hdlgen.canids.design.DetectorVerification;
import io.hdlgen.canids.design.DetectorVerifyRequest;
import io.hdlgen.canids.design.DetectorVerifyResult;
import io.hdlgen.canids.detect.DetectorClasses;
import io.hdlgen.canids.detect.DetectorTraining;
import io.hdlgen.canids.detect.LogPart;
import io.hdlgen.canids.detect.TrafficLog;
import io.hdlgen.canids.detect.TrainedDetector;
import io.hdlgen.canids.detect.TrainingPlan;
import io.hdlgen.canids.detect.UsualTraining;
import io.hdlgen.canids.evaluate.Evaluation;
import io.hdlgen.canids.evaluate.EvaluationReport;
import io.hdlgen.canids.evaluate.EvaluationRequest;
import io.hdlgen.canids.feature.Preset;
import io.hdlgen.canids.feature.Presets;
import io.hdlgen.canids.log.LogFormat;
import io.hdlgen.canids.log.ReadMode;
import io.hdlgen.canids.traffic.Attack;
import io.hdlgen.canids.traffic.GenerateRequest;
import io.hdlgen.canids.traffic.GenerateResult;
import io.hdlgen.canids.traffic.Generation;
import io.hdlgen.canids.traffic.TrafficSpec;
import io.hdlgen.flow.ArchitectureChoice;
import io.hdlgen.flow.EmitRequest;
import io.hdlgen.flow.folder.OutputException;
import io.hdlgen.flow.folder.OutputFile;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.train.ClassWeighting;
import io.hdlgen.quantizer.train.TrainingOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Generates traffic with attacks, trains a detector, measures it on other traffic, makes hardware
 * of it, and verifies that from the wire. All of it is synthetic.
 */
public final class Demo {
  /** What the hardware is for. */
  public static final String TARGET = "ulx3s_85f";

  /** The board's oscillator, and the bus of the generated vehicle. */
  public static final BusClock CLOCK = new BusClock(25, 500_000);

  /** How the page of results begins, by which an older one is known. */
  public static final String PAGE_TITLE =
      "Intrusion detection on a CAN bus, from the wire to the verdict";

  private static final List<Attack> ATTACKS =
      List.of(Attack.DOS, Attack.FUZZY, Attack.GEAR, Attack.RPM);

  private static final Preset PRESET = Presets.OURS;

  /** Windows to learn from: more than usual, since there are as many as one likes. */
  private static final int ROWS = 60_000;

  /** Frames of chance that emit compares; those of the log come after it. */
  private static final int CHANCE_FRAMES = 500;

  private final DemoRequest request;
  private final Progress progress;

  /**
   * A demonstration.
   *
   * @param progress hears of all stages
   */
  public Demo(DemoRequest request, Progress progress) {
    this.request = request;
    this.progress = progress;
  }

  /**
   * Does all of it.
   *
   * @throws InvalidInputException if something else lies where the page is to be written
   * @throws OutputException if something cannot be written
   * @throws io.hdlgen.sim.tool.ToolException if Verilator is missing or fails
   */
  public DemoResult run() {
    long begin = System.nanoTime();
    try {
      Files.createDirectories(request.folder());
    } catch (IOException e) {
      throw OutputException.writing(request.folder(), e);
    }
    checkPage(page(request.folder()));
    GenerateResult train = generate("train.csv.gz", request.trainMinutes(), 1);
    GenerateResult test = generate("test.csv.gz", request.testMinutes(), 2);
    TrainedDetector trained = train(train.file());
    EvaluationReport measured = measure(test.file(), train.file());
    DetectorEmitResult emitted = emit();
    DetectorVerifyResult verified =
        DetectorVerification.verify(
            new DetectorVerifyRequest(
                design(),
                true,
                Optional.of(test.file()),
                OptionalLong.of(request.frames()),
                OptionalLong.empty()),
            progress);
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new DemoResult(
        request.folder(), train, test, trained, measured, emitted, verified, seconds);
  }

  /**
   * Writes the page of results beside the rest, whole or not at all.
   *
   * @param text begins with {@link #PAGE_TITLE}
   */
  public static void writePage(Path folder, String text) {
    OutputFile.write(page(folder), text);
  }

  private static Path page(Path folder) {
    return folder.resolve("results.txt");
  }

  private static void checkPage(Path page) {
    boolean isOurs = !Files.exists(page);
    if (Files.isRegularFile(page)) {
      try (var in = Files.newInputStream(page)) {
        byte[] title = PAGE_TITLE.getBytes(StandardCharsets.UTF_8);
        isOurs = Arrays.equals(in.readNBytes(title.length), title);
      } catch (IOException e) {
        throw OutputException.writing(page, e);
      }
    }
    if (!isOurs) {
      throw new InvalidInputException(
          page.toString(),
          "something that hdlgen did not write",
          "nothing, or an older page of results; choose another -o or remove it");
    }
  }

  private Path detector() {
    return request.folder().resolve("detector");
  }

  private Path design() {
    return request.folder().resolve("design");
  }

  private GenerateResult generate(String name, double minutes, long seed) {
    Path file = request.folder().resolve(name);
    TrafficSpec traffic = TrafficSpec.minutes(minutes, ATTACKS, seed);
    return Generation.generate(new GenerateRequest(traffic, file, LogFormat.LABELLED), progress);
  }

  private TrainedDetector train(Path log) {
    TrainingOptions options =
        UsualTraining.options(
            request.epochs(),
            UsualTraining.LEARNING_RATE,
            ClassWeighting.NONE,
            TrainingOptions.DEFAULT.seed(),
            request.threads());
    TrainingPlan plan =
        new TrainingPlan(
            PRESET.name(),
            List.of(new TrafficLog(log, ReadMode.DEFAULT)),
            LogPart.ALL,
            PRESET.features(),
            DetectorClasses.multiClass(),
            PRESET.hidden(),
            PRESET.bits(),
            Optional.empty(),
            ROWS,
            options,
            detector());
    return new DetectorTraining(plan, progress).run();
  }

  private EvaluationReport measure(Path test, Path train) {
    EvaluationRequest measured =
        new EvaluationRequest(
            detector(),
            new TrafficLog(test, ReadMode.DEFAULT),
            LogPart.ALL,
            List.of(new TrafficLog(train, ReadMode.DEFAULT)),
            false,
            false,
            request.threads());
    return new Evaluation(measured, progress).run();
  }

  private DetectorEmitResult emit() {
    EmitRequest.Hardware hardware =
        new EmitRequest.Hardware(
            ArchitectureChoice.FOLDED,
            Optional.empty(),
            Optional.empty(),
            Multiplication.AUTO,
            TARGET,
            OptionalDouble.of(CLOCK.clockMhz()),
            OptionalInt.empty(),
            Optional.of("can_ids"),
            Bus.STREAM,
            false);
    return DetectorEmission.emit(
        new DetectorEmitRequest(
            detector(),
            hardware,
            Optional.of(CLOCK),
            CLOCK.clocksPerBit(),
            OptionalInt.of(CHANCE_FRAMES),
            1,
            true,
            Optional.of(design()),
            false,
            false),
        progress);
  }
}
