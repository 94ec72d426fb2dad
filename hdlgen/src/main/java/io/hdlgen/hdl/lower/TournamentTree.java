package io.hdlgen.hdl.lower;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.network.Match;
import java.util.ArrayList;
import java.util.List;

/** The class that wins a tournament of scores, each comparator as wide as the bits it looks at. */
final class TournamentTree {
  private final ModuleBuilder builder;

  /** By player: scores, then winners. */
  private final List<Integer> scores;

  private final List<Integer> classes = new ArrayList<>();

  TournamentTree(ModuleBuilder builder, List<Integer> scores) {
    this.builder = builder;
    this.scores = new ArrayList<>(scores);
  }

  /** The node of the class. */
  int winner(List<Match> tournament) {
    for (int k = 0, count = scores.size(); k < count; k++) {
      classes.add(builder.constant(Origin.of("index"), k));
    }
    for (int m = 0; m < tournament.size(); m++) {
      play(Origin.of("match_" + m), tournament.get(m), m == tournament.size() - 1);
    }
    return classes.get(classes.size() - 1);
  }

  private void play(Origin origin, Match match, boolean last) {
    int left = scores.get(match.left());
    int right = scores.get(match.right());
    Range field = builder.range(left).union(builder.range(right));
    KeptBits bits = new KeptBits(builder, origin.as(origin.role() + "_bits"));
    int leftBits = bits.compared(left, match.mask(), field);
    if (leftBits < 0) {
      // Nothing is looked at, so that the left one always goes on.
      scores.add(left);
      classes.add(classes.get(match.left()));
      return;
    }
    int rightBits = bits.compared(right, match.mask(), field);
    int rightWins =
        builder.compare(origin.as(origin.role() + "_right"), Comparison.LESS, leftBits, rightBits);
    scores.add(last ? left : builder.mux(origin, rightWins, right, left));
    classes.add(
        builder.mux(
            origin.as(origin.role() + "_index"),
            rightWins,
            classes.get(match.right()),
            classes.get(match.left())));
  }
}
