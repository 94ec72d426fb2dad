package io.hdlgen.flow;

import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.hdl.folding.FoldingWish;
import io.hdlgen.quantizer.format.WeightFormat;
import io.hdlgen.quantizer.train.TrainingOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The command that makes the same again: options in fixed order and only where they differ from
 * what holds without them, inputs by base name, nothing that says where output goes.
 */
final class CommandText {
  private final StringBuilder text;

  private CommandText(String command) {
    text = new StringBuilder("hdlgen ").append(command);
  }

  static String of(EmitRequest request, String defaultTop) {
    CommandText command = network(request);
    request
        .testData()
        .ifPresent(
            data -> {
              command.option("--test-data", baseName(data.data()));
              data.labels().ifPresent(labels -> command.option("--test-labels", baseName(labels)));
            });
    command.hardware(request.hardware(), defaultTop);
    command.check(request.check());
    return command.text.toString();
  }

  /** The options of the hardware, each behind a blank. */
  static String of(EmitRequest.Hardware hardware, String defaultTop) {
    CommandText options = new CommandText("");
    options.text.setLength(0);
    options.hardware(hardware, defaultTop);
    return options.text.toString();
  }

  /** All that decides which network comes out, and not what is made of it. */
  static String ofNetwork(EmitRequest request) {
    return network(request).text.toString();
  }

  private static CommandText network(EmitRequest request) {
    CommandText command = new CommandText("emit");
    request.model().ifPresent(model -> command.word(baseName(model)));
    command.precision(request.precision());
    request.method().ifPresent(command::method);
    request.data().ifPresent(data -> command.data(data));
    return command;
  }

  /** All that decides which network is trained; without test data, which do not. */
  static String of(TrainRequest request) {
    CommandText command = new CommandText("train");
    command.data(request.data());
    request.floatModel().ifPresent(model -> command.option("--float-model", baseName(model)));
    if (request.floatModel().isEmpty()) {
      command.option("--hidden", numbers(request.hidden(), "none"));
      command.option("--activation", request.activation().option());
    }
    command.precision(request.precision());
    command.training(request.training(), "--seed");
    return command.text.toString();
  }

  /** A file's name without its folders. */
  static String baseName(Path file) {
    return file.getFileName() == null ? file.toString() : file.getFileName().toString();
  }

  private void precision(Precision precision) {
    precision.bits().ifPresent(bits -> option("--bits", Integer.toString(bits)));
    precision.weightBits().ifPresent(bits -> option("--weight-bits", Integer.toString(bits)));
    precision.activationBits().ifPresent(bits -> option("--act-bits", Integer.toString(bits)));
    if (!precision.layerBits().isEmpty()) {
      option("--layer-bits", numbers(precision.layerBits(), ""));
    }
    if (!precision.weights().isEmpty()) {
      option(
          "--weights",
          precision.weights().stream().map(WeightFormat::text).collect(Collectors.joining(",")));
    }
    precision.inputBits().ifPresent(bits -> option("--input-bits", Integer.toString(bits)));
    precision.inputScale().ifPresent(scale -> option("--input-scale", Double.toString(scale)));
    precision
        .inputSigned()
        .ifPresent(signed -> text.append(signed ? " --input-signed" : " --no-input-signed"));
  }

  private void data(DataSource data) {
    option("--data", baseName(data.data()));
    data.label().ifPresent(label -> option("--label", label));
    data.labels().ifPresent(labels -> option("--labels", baseName(labels)));
    if (!data.ignored().isEmpty()) {
      option("--ignore", String.join(",", data.ignored()));
    }
  }

  private void method(QuantizationMethod method) {
    method.accept(
        new QuantizationMethod.Visitor<Void>() {
          @Override
          public Void visit(QuantizationMethod.Trained trained) {
            training(trained.options(), "--training-seed");
            return null;
          }

          @Override
          public Void visit(QuantizationMethod.Rounded rounded) {
            text.append(" --ptq");
            String usual = QuantizationMethod.Rounded.DEFAULT.calibration().text();
            changed("--calibration", rounded.calibration().text(), usual);
            rounded
                .maxDrop()
                .ifPresent(drop -> option("--auto-bits --max-drop", Double.toString(100 * drop)));
            return null;
          }
        });
  }

  private void training(TrainingOptions options, String seedOption) {
    TrainingOptions usual = TrainingOptions.DEFAULT;
    changed("--epochs", options.epochs(), usual.epochs());
    changed("--batch", options.batchSize(), usual.batchSize());
    changed("--learning-rate", options.learningRate(), usual.learningRate());
    changed("--weight-decay", options.weightDecay(), usual.weightDecay());
    if (options.batchNorm() != usual.batchNorm()) {
      text.append(options.batchNorm() ? " --batch-norm" : " --no-batch-norm");
    }
    changed(
        "--class-weights", lowerCase(options.classWeighting()), lowerCase(usual.classWeighting()));
    changed("--label-smoothing", options.labelSmoothing(), usual.labelSmoothing());
    changed("--validation", options.validationFraction(), usual.validationFraction());
    changed("--patience", options.patience(), usual.patience());
    changed("--l1", options.l1(), usual.l1());
    changed("--sparsity", options.sparsity(), usual.sparsity());
    changed("--fan-in", options.fanIn(), usual.fanIn());
    changed("--distillation", options.distillation(), usual.distillation());
    changed("--damping", options.damping(), usual.damping());
    changed(seedOption, options.seed(), usual.seed());
  }

  private void changed(String name, Object value, Object usual) {
    if (!value.equals(usual)) {
      option(name, value.toString().replaceFirst("\\.0$", ""));
    }
  }

  private static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String numbers(List<Integer> numbers, String none) {
    return numbers.isEmpty()
        ? none
        : numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private void hardware(EmitRequest.Hardware hardware, String defaultTop) {
    EmitRequest.Hardware usual = EmitRequest.Hardware.DEFAULT;
    if (hardware.architecture() != usual.architecture()) {
      option("--arch", lowerCase(hardware.architecture()));
    }
    hardware.folding().ifPresent(wish -> wish.accept(new FoldingText()));
    if (hardware.multiplication() != usual.multiplication()) {
      option("--dsp", lowerCase(hardware.multiplication()));
    }
    if (hardware.bus() != usual.bus()) {
      option("--bus", hardware.bus().toString());
    }
    if (hardware.loadable()) {
      text.append(" --loadable");
    }
    if (!hardware.target().equals(usual.target())) {
      option("--target", hardware.target());
    }
    hardware.outputs().ifPresent(outputs -> option("--outputs", lowerCase(outputs)));
    double usualClock = TargetCatalogue.builtIn().find(hardware.target()).clockMhz();
    if (hardware.clockMhz().orElse(usualClock) != usualClock) {
      option(
          "--clock-mhz",
          Double.toString(hardware.clockMhz().getAsDouble()).replaceFirst("\\.0$", ""));
    }
    hardware.stages().ifPresent(stages -> option("--stages", Integer.toString(stages)));
    hardware.top().filter(top -> !top.equals(defaultTop)).ifPresent(top -> option("--top", top));
  }

  private final class FoldingText implements FoldingWish.Visitor<Void> {
    @Override
    public Void visit(FoldingWish.ByHand wish) {
      wish.foldings()
          .forEach(
              (layer, folding) ->
                  option("--fold", layer + "=" + folding.pe() + "," + folding.simd()));
      return null;
    }

    @Override
    public Void visit(FoldingWish.Rate wish) {
      return number("--target-fps", wish.perSecond());
    }

    @Override
    public Void visit(FoldingWish.Latency wish) {
      return number("--max-latency-us", wish.microseconds());
    }

    @Override
    public Void visit(FoldingWish.Luts wish) {
      option("--max-luts", Long.toString(wish.most()));
      return null;
    }

    private Void number(String name, double value) {
      option(name, Double.toString(value).replaceFirst("\\.0$", ""));
      return null;
    }
  }

  private void check(EmitRequest.Check check) {
    if (check.seed() != EmitRequest.Check.DEFAULT_SEED) {
      option("--seed", Long.toString(check.seed()));
    }
    check.count().ifPresent(count -> option("--count", Integer.toString(count)));
  }

  private void option(String name, String value) {
    text.append(' ').append(name);
    word(value);
  }

  /** A word as a shell reads it. */
  private void word(String word) {
    text.append(' ');
    if (word.matches("[A-Za-z0-9_./:=+,@%-]+")) {
      text.append(word);
    } else {
      text.append('\'').append(word.replaceAll("\\s", " ").replace("'", "'\\''")).append('\'');
    }
  }
}
