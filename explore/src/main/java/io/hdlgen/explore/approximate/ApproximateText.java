package io.hdlgen.explore.approximate;

import io.hdlgen.explore.outcome.Aim;
import io.hdlgen.explore.outcome.CommandWords;
import java.util.Locale;

/**
 * The command that makes the same again: options in fixed order, inputs by base name, nothing that
 * says where output goes.
 */
final class ApproximateText {
  private ApproximateText() {}

  static String of(ApproximateRequest request) {
    CommandWords words = new CommandWords("hdlgen approximate");
    words.word(String.valueOf(request.network().getFileName()));
    words.data(request.rows().data());
    words.test(request.rows());
    words.option("--target", request.target());
    if (request.aim() != Aim.ACCURACY) {
      words.option("--aim", request.aim().name().toLowerCase(Locale.ROOT));
    }
    words.option("--max-loss", Double.toString(request.maxLoss()));
    words.option("--population", Integer.toString(request.population()));
    words.option("--generations", Integer.toString(request.generations()));
    words.option("--seed", Long.toString(request.seed()));
    return words.toString();
  }
}
