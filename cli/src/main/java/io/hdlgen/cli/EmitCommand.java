package io.hdlgen.cli;

import io.hdlgen.flow.DataSource;
import io.hdlgen.flow.EmitRequest;
import io.hdlgen.flow.EmitResult;
import io.hdlgen.flow.Hdlgen;
import io.hdlgen.flow.QuantizationMethod;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.train.TrainingOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code hdlgen emit}. */
@Command(
    name = "emit",
    sortOptions = false,
    description = {
      "Turn a model into verified Verilog: the main job.",
      "",
      "A model of real numbers is trained further as integers on labelled samples",
      "(--data), or only rounded with --ptq. Samples measure accuracy, too; better ones",
      "are --test-data.",
      "What comes out is compared with the reference before it is put in place.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  hdlgen emit --bits 2",
      "  hdlgen emit model.onnx --bits 3 --data train.csv --label species -o mine",
      "  hdlgen emit model.onnx --bits 8 --ptq --data train.csv --test-data test.csv",
      "  hdlgen emit quantized.onnx --outputs both --clock-mhz 200 -o fast",
      "  hdlgen emit quantized.onnx --arch folded --target-fps 20000 -o small"
    })
final class EmitCommand implements Callable<Integer> {
  private static final List<String> ROUNDING = List.of("--ptq", "--auto-bits");
  private static final String TRAINING_SEED = "--training-seed";
  private static final String RESUME = "--resume";
  private static final int MAX_STAGES = 100_000;
  static final int MAX_VECTORS = 10_000_000;

  @ParentCommand private HdlgenCommand parent;
  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "MODEL",
      description =
          "ONNX, QONNX, model.json or network.json; without one, the built-in digits example.")
  private Path model;

  @Mixin private PrecisionOptions precision;

  @Mixin private DataOptions data;

  @Mixin private TestDataOptions testData;

  @Option(
      names = "--ptq",
      description = "Only round a model of real numbers, instead of training it as integers.")
  private boolean postTraining;

  @Mixin private RoundingOptions rounding;

  @Mixin private LearningOptions learning;

  @Option(
      names = TRAINING_SEED,
      paramLabel = "N",
      description = "Seed of the training (default: ${DEFAULT-VALUE}).")
  private long trainingSeed = TrainingOptions.DEFAULT.seed();

  @Option(
      names = RESUME,
      description = "Go on with the training where a killed run of the same command has left off.")
  private boolean resume;

  @Mixin private ArchitectureOptions architecture;

  @Option(
      names = "--bus",
      paramLabel = "KIND",
      converter = BusName.class,
      description = "stream or axi4-lite, registers for a processor (default: ${DEFAULT-VALUE}).")
  private Bus bus = EmitRequest.Hardware.DEFAULT.bus();

  @Option(
      names = "--outputs",
      paramLabel = "WHAT",
      description = "class, scores or both (default: class; scores of a network without classes).")
  private Outputs outputs;

  @Option(
      names = "--clock-mhz",
      paramLabel = "F",
      description = "Clock to pipeline for (default: the target's; 100 without one).")
  private Double clockMhz;

  @Option(
      names = "--stages",
      paramLabel = "N",
      description =
          "Ranks of registers from input to output, instead of as many as the clock needs.")
  private Integer stages;

  @Option(
      names = "--top",
      paramLabel = "NAME",
      description = "Name of the top module (default: after the model's file).")
  private String top;

  @Option(
      names = "--verify",
      description =
          "Have Verilator compare the Verilog of large designs, too; exit 3 where it is missing.")
  private boolean verify;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "Vectors to compare (default: 1000; fewer where one takes many cycles).")
  private Integer count;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of random vectors and stalls (default: ${DEFAULT-VALUE}).")
  private long seed = EmitRequest.Check.DEFAULT_SEED;

  @Mixin private ThreadOption threads;

  @Mixin private DesignFolderOptions design;

  @Override
  public Integer call() {
    EmitResult result;
    try (Progress progress = parent.progress()) {
      result = Hdlgen.emit(request(), progress);
    }
    result.notes().forEach(parent::say);
    parent.print(result.toJson(), () -> EmitSummary.print(result, parent.terminal().out()));
    return (result.passed() ? ExitCode.OK : ExitCode.CHECK_FAILED).code();
  }

  private EmitRequest request() {
    OptionRules rules = new OptionRules(spec);
    check(rules);
    if (clockMhz != null && (!(clockMhz > 0) || Double.isInfinite(clockMhz))) {
      throw new InvalidInputException("--clock-mhz", "" + clockMhz, "a number above 0");
    }
    Optional<DataSource> samples = data.source();
    return new EmitRequest(
        Optional.ofNullable(model),
        precision.precision(),
        method(),
        samples,
        testData.source(samples),
        new EmitRequest.Hardware(
            architecture.choice(rules),
            Optional.ofNullable(outputs),
            architecture.folding().wish(rules),
            architecture.folding().multiplication(),
            architecture.target(),
            clockMhz == null ? OptionalDouble.empty() : OptionalDouble.of(clockMhz),
            stages == null
                ? OptionalInt.empty()
                : OptionalInt.of(NumberLimits.check("--stages", stages, 1, MAX_STAGES)),
            Optional.ofNullable(top),
            bus,
            architecture.folding().loadable()),
        new EmitRequest.Check(
            count == null
                ? OptionalInt.empty()
                : OptionalInt.of(NumberLimits.check("--count", count, 1, MAX_VECTORS)),
            seed,
            verify),
        design.folder(),
        design.dryRun(),
        resume,
        design.overwrite(),
        threads.count());
  }

  private void check(OptionRules rules) {
    rules.need("--calibration", ROUNDING);
    Optional<String> training = training(rules);
    for (String rounding : ROUNDING) {
      if (training.isPresent() && rules.has(rounding)) {
        throw OptionRules.beside(
            training.get(), rounding, "one of them: a rounded model is not trained");
      }
    }
    rules.exclude(RESUME, "--dry-run", "one of them: a dry run leaves nothing to resume");
    rules.exclude("--clock-mhz", "--stages", "one of them: either gives the number of stages");
    if (architecture.combinational() && rules.has("--clock-mhz")) {
      throw OptionRules.beside(
          "--clock-mhz", "--arch combinational", "a pipeline: --arch unrolled");
    }
  }

  private static Optional<String> training(OptionRules rules) {
    return rules
        .firstOf(LearningOptions.class)
        .or(() -> Stream.of(TRAINING_SEED, RESUME).filter(rules::has).findFirst());
  }

  /** Empty where nothing is said of it. */
  private Optional<QuantizationMethod> method() {
    OptionRules rules = new OptionRules(spec);
    QuantizationMethod rounded = rounding.method();
    if (ROUNDING.stream().anyMatch(rules::has)) {
      return Optional.of(rounded);
    }
    QuantizationMethod trained =
        new QuantizationMethod.Trained(learning.options(trainingSeed, threads.count()));
    return training(rules).map(option -> trained);
  }
}
