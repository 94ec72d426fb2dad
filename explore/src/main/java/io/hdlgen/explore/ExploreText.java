package io.hdlgen.explore;

import io.hdlgen.explore.ExploreRequest.Aim;
import io.hdlgen.explore.ExploreRequest.Emit;
import io.hdlgen.flow.DataSource;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The command that makes the same again: options in fixed order and only where they differ from
 * what holds without them, inputs by base name, nothing that says where output goes.
 */
final class ExploreText {
  private static final long USUAL_SEED = 1;

  private final StringBuilder text = new StringBuilder("hdlgen explore");

  private ExploreText() {}

  static String of(ExploreRequest request) {
    ExploreText command = new ExploreText();
    command.option("--target", request.target());
    command.data(request.data());
    if (!request.kept().isEmpty()) {
      command.option("--keep", String.join(",", request.kept()));
    }
    request.testRows().ifPresent(file -> command.file("--test-rows", file));
    request
        .testData()
        .ifPresent(
            test -> {
              command.file("--test-data", test.data());
              test.labels().ifPresent(labels -> command.file("--test-labels", labels));
            });
    if (request.aim() != Aim.ACCURACY) {
      command.option("--aim", request.aim().name().toLowerCase(Locale.ROOT));
    }
    command.limit("--max-area", request.maxAreaCm2());
    command.limit("--max-power", request.maxPowerMw());
    command.least("--min-accuracy", request.minAccuracy());
    command.least("--min-balanced", request.minBalanced());
    request.references().ifPresent(file -> command.file("--references", file));
    if (request.emit() != Emit.RECOMMENDED) {
      command.option("--emit", request.emit().name().toLowerCase(Locale.ROOT));
    }
    request
        .generations()
        .ifPresent(count -> command.option("--generations", Integer.toString(count)));
    if (request.seed() != USUAL_SEED) {
      command.option("--seed", Long.toString(request.seed()));
    }
    return command.text.toString();
  }

  private void data(DataSource data) {
    file("--data", data.data());
    data.label().ifPresent(label -> option("--label", label));
    data.labels().ifPresent(labels -> file("--labels", labels));
    if (!data.ignored().isEmpty()) {
      option("--ignore", String.join(",", data.ignored()));
    }
  }

  private void limit(String name, OptionalDouble value) {
    value.ifPresent(limit -> option(name, Double.toString(limit)));
  }

  private void least(String name, double value) {
    if (value > 0) {
      option(name, Double.toString(value));
    }
  }

  private void file(String name, Path file) {
    option(name, String.valueOf(file.getFileName()));
  }

  /** An option with its value as a shell reads it. */
  private void option(String name, String value) {
    text.append(' ').append(name).append(' ');
    if (value.matches("[A-Za-z0-9_./:=+,@%-]+")) {
      text.append(value);
    } else {
      text.append('\'').append(value.replaceAll("\\s", " ").replace("'", "'\\''")).append('\'');
    }
  }
}
