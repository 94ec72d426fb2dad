package io.hdlgen.explore;

import io.hdlgen.explore.ExploreRequest.Emit;
import io.hdlgen.explore.outcome.Aim;
import io.hdlgen.explore.outcome.CommandWords;
import io.hdlgen.explore.search.Limits;
import java.util.Locale;

/**
 * The command that makes the same again: options in fixed order and only where they differ from
 * what holds without them, inputs by base name, nothing that says where output goes.
 */
final class ExploreText {
  private static final long USUAL_SEED = 1;

  private final CommandWords words = new CommandWords("hdlgen explore");

  private ExploreText() {}

  static String of(ExploreRequest request) {
    ExploreText command = new ExploreText();
    command.option("--target", request.target());
    command.words.data(request.rows().data());
    if (!request.kept().isEmpty()) {
      command.option("--keep", String.join(",", request.kept()));
    }
    command.words.test(request.rows());
    if (request.goal().aim() != Aim.ACCURACY) {
      command.option("--aim", request.goal().aim().name().toLowerCase(Locale.ROOT));
    }
    if (!request.equalRowsTogether()) {
      command.option("--folds", "rows");
    }
    Limits limits = request.goal().limits();
    command.limit("--max-area", limits.maxAreaCm2());
    command.limit("--max-power", limits.maxPowerMw());
    command.least("--min-accuracy", limits.minAccuracy());
    command.least("--min-balanced", limits.minBalanced());
    request.references().ifPresent(file -> command.words.file("--references", file));
    if (request.emit() != Emit.RECOMMENDED) {
      command.option("--emit", request.emit().name().toLowerCase(Locale.ROOT));
    }
    request
        .generations()
        .ifPresent(count -> command.option("--generations", Integer.toString(count)));
    if (request.seed() != USUAL_SEED) {
      command.option("--seed", Long.toString(request.seed()));
    }
    return command.words.toString();
  }

  private void limit(String name, double value) {
    if (value < Double.POSITIVE_INFINITY) {
      option(name, Double.toString(value));
    }
  }

  private void least(String name, double value) {
    if (value > 0) {
      option(name, Double.toString(value));
    }
  }

  private void option(String name, String value) {
    words.option(name, value);
  }
}
