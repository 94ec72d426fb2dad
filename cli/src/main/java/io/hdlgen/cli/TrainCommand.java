package io.hdlgen.cli;

import io.hdlgen.flow.DataSource;
import io.hdlgen.flow.Hdlgen;
import io.hdlgen.flow.HiddenActivation;
import io.hdlgen.flow.Precision;
import io.hdlgen.flow.TrainRequest;
import io.hdlgen.flow.TrainResult;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.train.TrainingOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code hdlgen train}. */
@Command(
    name = "train",
    sortOptions = false,
    description = {
      "Train a network on a table: of integers where bits are chosen, else of real numbers.",
      "",
      "A network of integers (network.json) starts from one of real numbers, which is",
      "trained first or given by --float-model. Its accuracy is that of the reference",
      "model, bit for bit. The same data and options give the same file, whatever the",
      "number of threads.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  hdlgen train --data train.csv --bits 2 --test-data test.csv -o mine.json",
      "  hdlgen train --data train.csv --hidden 16 --weights pow2-4 --act-bits 4",
      "  hdlgen train --data images.gz --labels labels.gz --layer-bits 4,2,4"
    })
final class TrainCommand implements Runnable {
  @ParentCommand private HdlgenCommand parent;
  @Spec private CommandSpec spec;

  @Mixin private DataOptions data;

  @Mixin private TestDataOptions testData;

  @Option(
      names = "--hidden",
      paramLabel = "N,N,...",
      description = "Neurons of each hidden layer, or none (default: 64,32).")
  private String hidden;

  @Option(
      names = "--activation",
      paramLabel = "KIND",
      description =
          "Of the hidden layers: relu, tanh, sigmoid, hardtanh, or sign with integers (default:"
              + " relu).")
  private HiddenActivation activation;

  @Option(
      names = "--float-model",
      paramLabel = "FILE",
      description = "Model of real numbers to start from and learn from: ONNX or model.json.")
  private Path floatModel;

  @Mixin private PrecisionOptions precision;

  @Mixin private LearningOptions learning;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of all that is random (default: ${DEFAULT-VALUE}).")
  private long seed = TrainingOptions.DEFAULT.seed();

  @Mixin private ThreadOption threads;

  @Option(
      names = "--resume",
      description = "Go on where a killed run of the same command has left off.")
  private boolean resume;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "What to write (default: <data>.network.json here, or <data>.model.json for real"
              + " numbers).")
  private Path output;

  @Override
  public void run() {
    TrainResult result;
    try (Progress progress = parent.progress()) {
      result = Hdlgen.train(request(), progress);
    }
    result.notes().forEach(parent::say);
    parent.print(result.toJson(), () -> TrainSummary.print(result, parent.terminal().out()));
  }

  private void check(Precision bits) {
    OptionRules rules = new OptionRules(spec);
    for (String option : List.of("--distillation", "--damping")) {
      if (rules.has(option) && !bits.asksForQuantization()) {
        throw new InvalidInputException(
            option, "no bits", "--bits N, or other options that choose bits, too");
      }
    }
    if (hidden != null && layers().isEmpty()) {
      String none = "--hidden none";
      for (String option : List.of("--activation", "--act-bits")) {
        if (rules.has(option)) {
          throw OptionRules.beside(option, none, "hidden layers, or none of their options");
        }
      }
    }
    if (activation == HiddenActivation.SIGN && bits.activationBits().orElse(1) != 1) {
      throw OptionRules.beside("--act-bits", "--activation sign", "one of them: a sign is one bit");
    }
  }

  private TrainRequest request() {
    DataSource samples =
        data.source()
            .orElseThrow(() -> new InvalidInputException("train", "no --data", "--data FILE"));
    if (floatModel != null && (hidden != null || activation != null)) {
      throw new InvalidInputException(
          hidden != null ? "--hidden" : "--activation",
          "--float-model beside it",
          "one of them: the layers are those of the model");
    }
    Precision bits = precision.precision();
    check(bits);
    return new TrainRequest(
        samples,
        testData.source(Optional.of(samples)),
        Optional.ofNullable(floatModel),
        layers(),
        activation == null ? HiddenActivation.RELU : activation,
        bits,
        learning.options(seed, threads.count()),
        Optional.ofNullable(output),
        resume);
  }

  private List<Integer> layers() {
    if (hidden == null) {
      return TrainRequest.DEFAULT_HIDDEN;
    }
    return hidden.strip().equalsIgnoreCase("none")
        ? List.of()
        : NumberList.numbers("--hidden", hidden);
  }
}
