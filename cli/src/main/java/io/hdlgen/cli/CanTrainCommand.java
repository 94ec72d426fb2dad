package io.hdlgen.cli;

import io.hdlgen.canids.detect.DetectorClass;
import io.hdlgen.canids.detect.DetectorClasses;
import io.hdlgen.canids.detect.DetectorTraining;
import io.hdlgen.canids.detect.LogPart;
import io.hdlgen.canids.detect.TimeSplit;
import io.hdlgen.canids.detect.TrafficLog;
import io.hdlgen.canids.detect.TrainedDetector;
import io.hdlgen.canids.detect.TrainingPlan;
import io.hdlgen.canids.detect.UsualTraining;
import io.hdlgen.canids.feature.FeatureSpec;
import io.hdlgen.canids.feature.FrameField;
import io.hdlgen.canids.feature.InputForm;
import io.hdlgen.canids.feature.Preset;
import io.hdlgen.canids.feature.Presets;
import io.hdlgen.canids.frame.Label;
import io.hdlgen.canids.log.ReadMode;
import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.json.FloatModelJson;
import io.hdlgen.quantizer.train.ClassWeighting;
import io.hdlgen.quantizer.train.TrainingOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code hdlgen can train}. */
@Command(
    name = "train",
    sortOptions = false,
    description = {
      "Train a detector of intrusions on labelled logs; see docs/can.md.",
      "",
      "First as real numbers, then, from there on, as integers of few bits.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  hdlgen can train train.csv.gz --preset fpl23 -o fpl23",
      "  hdlgen can train fuzzy.csv --preset date23 --attack fuzzy --until 16.5 -o fuzzy",
      "  hdlgen can train train.csv.gz --window 2 --fields id_high,id_low,gap --hidden 16 -o mine"
    })
final class CanTrainCommand implements Runnable {
  private static final int MAX_BITS = 8;
  private static final int MAX_ROWS = 5_000_000;
  private static final double LEARNT_PART = 0.7;

  @ParentCommand private CanCommand parent;

  @Parameters(
      arity = "1..*",
      paramLabel = "LOG",
      description = "Labelled logs, plain or gzip; each begins anew.")
  private List<Path> logs;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = "date23, fpl23, seccan or ours (default: ${DEFAULT-VALUE}).")
  private String preset = Presets.OURS.name();

  @Option(
      names = "--attack",
      paramLabel = "NAME",
      description = {
        "The one attack of a detector that says yes or no: dos, fuzzy, spoof, gear, rpm, replay,"
            + " masquerade (default: all attacks as one). Windows of others are left out, and what"
            + " the log calls injected without saying how is this one."
      })
  private String attack;

  @Option(
      names = "--classes",
      paramLabel = "N",
      description = "2 for yes or no, 4 for benign, dos, fuzzy and spoof (default: the preset's).")
  private Integer classes;

  @Option(
      names = "--fields",
      paramLabel = "LIST",
      description = {
        "What the detector sees of a frame: id_high, id_low, length, byte_0 to byte_7, remote,"
            + " extended, gap, same_id (default: the preset's)."
      })
  private String fields;

  @Option(
      names = "--inputs",
      paramLabel = "FORM",
      description = {
        "How fields enter the network: codes, each a number, or bits, each bit an input of its own"
            + " (default: the preset's)."
      })
  private String inputs;

  @Option(
      names = "--window",
      paramLabel = "N",
      description = "Frames that a verdict is about (default: the preset's).")
  private Integer window;

  @Option(
      names = "--hidden",
      paramLabel = "LIST",
      description = "Neurons of the hidden layers (default: the preset's).")
  private String hidden;

  @Option(
      names = "--bits",
      paramLabel = "N",
      description = "Bits of weights and hidden values, 1 to 8 (default: the preset's).")
  private Integer bits;

  @Option(
      names = "--float-model",
      paramLabel = "FILE",
      description =
          "The network of real numbers to start from and learn from, instead of training one: the"
              + " float.model.json of a detector with the same inputs and neurons.")
  private Path floatModel;

  @Option(
      names = "--until",
      paramLabel = "SECONDS",
      description = "Learn from the frames before this, counted from the first of each log.")
  private Double until;

  @Option(
      names = "--split",
      paramLabel = "FRACTION",
      description =
          "Learn from this fraction of the log's time; can evaluate --split measures on the rest.")
  private Double split;

  @Option(
      names = "--random-split",
      description = {
        "Learn from 70 %% of the frames, drawn at random, for can evaluate --random-split. Such a"
            + " split leaks: neighbours of the frames tested on are learnt from."
      })
  private boolean randomSplit;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = {
        "The most windows to learn from, drawn at random: half of them benign, the other half"
            + " shared by the attacks (default: ${DEFAULT-VALUE})."
      })
  private int rows = UsualTraining.ROWS;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over them (default: ${DEFAULT-VALUE}).")
  private int epochs = 30;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      description = "Rate of AdamW at its highest (default: ${DEFAULT-VALUE}).")
  private double learningRate = UsualTraining.LEARNING_RATE;

  @Option(
      names = "--class-weights",
      paramLabel = "KIND",
      description =
          "How much windows of rare classes count: none, root or balanced (default: none).")
  private ClassWeighting weights = ClassWeighting.NONE;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of all that is random (default: ${DEFAULT-VALUE}).")
  private long seed = TrainingOptions.DEFAULT.seed();

  @Mixin private ThreadOption threads;

  @Mixin private CanLogOptions log;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "The folder to write (default: ./<preset>.detector).")
  private Path output;

  @Override
  public void run() {
    TrainingPlan plan;
    TrainedDetector trained;
    try (Progress progress = parent.root().progress()) {
      plan = plan(progress);
      trained = new DetectorTraining(plan, progress).run();
    }
    trained.notes().forEach(parent.root()::say);
    if (randomSplit) {
      parent.root().say(CanEvaluateCommand.LEAK);
    }
    parent
        .root()
        .print(
            CanonicalJson.writeLine(trained.toObject()),
            () -> CanTrainSummary.print(trained, plan.output(), parent.root().terminal().out()));
  }

  private TrainingPlan plan(Progress progress) {
    Preset chosen = Presets.find(preset);
    ReadMode mode = mode();
    LogPart part = part(mode, progress);
    return new TrainingPlan(
        chosen.name(),
        logs.stream().map(file -> new TrafficLog(file, mode)).toList(),
        part,
        features(chosen.features()),
        classes(chosen),
        hidden == null ? chosen.hidden() : NumberList.numbers("--hidden", hidden),
        bits == null ? chosen.bits() : NumberLimits.check("--bits", bits, 1, MAX_BITS),
        Optional.ofNullable(floatModel).map(FloatModelJson::read),
        NumberLimits.check("--rows", rows, 2, MAX_ROWS),
        options(),
        output == null ? Path.of(chosen.name() + ".detector") : output);
  }

  private LogPart part(ReadMode mode, Progress progress) {
    if (until != null && randomSplit) {
      throw OptionRules.beside("--until", "--random-split", "one of them");
    }
    if (split != null) {
      if (until != null || randomSplit) {
        throw OptionRules.beside("--split", "--until or --random-split", "one of them");
      }
      if (logs.size() > 1) {
        throw OptionRules.beside("--split", "several logs", "one log, or --until SECONDS");
      }
      TrafficLog whole = new TrafficLog(logs.get(0), mode);
      return LogPart.time(0, TimeSplit.seconds(whole, split, progress));
    }
    if (randomSplit) {
      return LogPart.random(0, LEARNT_PART);
    }
    return LogPart.time(
        0, until == null ? Double.POSITIVE_INFINITY : NumberLimits.seconds("--until", until));
  }

  private ReadMode mode() {
    ReadMode mode = log.mode();
    return attack != null && mode.injected() == Label.INJECTED
        ? mode.withInjected(DetectorClasses.label(attack))
        : mode;
  }

  private List<DetectorClass> classes(Preset chosen) {
    int number = classes == null ? (attack == null ? chosen.classes() : 2) : classes;
    if (number != 2 && number != 4) {
      throw new InvalidInputException("--classes", Integer.toString(number), "2 or 4");
    }
    if (number == 4 && attack != null) {
      throw OptionRules.beside("--attack", "--classes 4", "one of them");
    }
    return number == 4
        ? DetectorClasses.multiClass()
        : DetectorClasses.binary(Optional.ofNullable(attack));
  }

  private FeatureSpec features(FeatureSpec usual) {
    List<FrameField> chosen =
        fields == null
            ? usual.fields()
            : NumberList.entries("--fields", fields).stream().map(CanTrainCommand::field).toList();
    if (chosen.stream().distinct().count() < chosen.size()) {
      throw new InvalidInputException("--fields", "a field twice", "every field once");
    }
    int frames =
        window == null
            ? usual.window()
            : NumberLimits.check("--window", window, 1, FeatureSpec.MAX_WINDOW);
    return new FeatureSpec(frames, chosen, inputs == null ? usual.form() : form(inputs));
  }

  private static InputForm form(String key) {
    return InputForm.ofKey(key)
        .orElseThrow(
            () -> new InvalidInputException("--inputs", "\"" + key + "\"", "codes or bits"));
  }

  private static FrameField field(String key) {
    return FrameField.ofKey(key)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "--fields", "\"" + key + "\"", "fields of a frame; see --help"));
  }

  private TrainingOptions options() {
    return UsualTraining.options(
        NumberLimits.check("--epochs", epochs, 1, 1_000_000),
        NumberLimits.learningRate(learningRate),
        weights,
        seed,
        threads.count());
  }
}
