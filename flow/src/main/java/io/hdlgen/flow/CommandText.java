package io.hdlgen.flow;

import java.nio.file.Path;
import java.util.Locale;

/**
 * The command that makes a design again: options in fixed order and only where they differ from
 * what holds without them, inputs by base name, nothing that says where output goes.
 */
final class CommandText {
  private final StringBuilder text = new StringBuilder("hdlgen emit");

  private CommandText() {}

  static String of(EmitRequest request, String defaultTop) {
    CommandText command = new CommandText();
    request.model().ifPresent(model -> command.word(baseName(model)));
    command.precision(request.precision());
    request
        .data()
        .ifPresent(
            data -> {
              command.option("--data", baseName(data.data()));
              data.label().ifPresent(label -> command.option("--label", label));
              data.labels().ifPresent(labels -> command.option("--labels", baseName(labels)));
            });
    command.hardware(request.hardware(), defaultTop);
    command.check(request.check());
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
    precision.inputBits().ifPresent(bits -> option("--input-bits", Integer.toString(bits)));
    precision.inputScale().ifPresent(scale -> option("--input-scale", Double.toString(scale)));
    precision
        .inputSigned()
        .ifPresent(signed -> text.append(signed ? " --input-signed" : " --no-input-signed"));
  }

  private void hardware(EmitRequest.Hardware hardware, String defaultTop) {
    EmitRequest.Hardware usual = EmitRequest.Hardware.DEFAULT;
    if (hardware.architecture() != usual.architecture()) {
      option("--arch", hardware.architecture().name().toLowerCase(Locale.ROOT));
    }
    if (!hardware.target().equals(usual.target())) {
      option("--target", hardware.target());
    }
    hardware
        .outputs()
        .ifPresent(outputs -> option("--outputs", outputs.name().toLowerCase(Locale.ROOT)));
    if (hardware.clockMhz() != usual.clockMhz()) {
      option("--clock-mhz", Double.toString(hardware.clockMhz()).replaceFirst("\\.0$", ""));
    }
    hardware.stages().ifPresent(stages -> option("--stages", Integer.toString(stages)));
    hardware.top().filter(top -> !top.equals(defaultTop)).ifPresent(top -> option("--top", top));
  }

  private void check(EmitRequest.Check check) {
    if (check.seed() != EmitRequest.Check.DEFAULT_SEED) {
      option("--seed", Long.toString(check.seed()));
    }
    if (check.count() != EmitRequest.Check.DEFAULT_COUNT) {
      option("--count", Integer.toString(check.count()));
    }
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
