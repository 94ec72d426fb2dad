package io.hdlgen.explore;

import io.hdlgen.boards.printed.Mapping;
import io.hdlgen.boards.printed.PrintedCircuit;
import io.hdlgen.boards.printed.PrintedTechnology;
import io.hdlgen.explore.front.PrintedCost;
import io.hdlgen.explore.logic.InputLevels;
import io.hdlgen.explore.logic.LabelledBits;
import io.hdlgen.explore.logic.LogicCircuit;
import io.hdlgen.explore.outcome.Candidate;
import io.hdlgen.explore.outcome.Qualities;
import io.hdlgen.explore.protocol.InputCoding;
import io.hdlgen.explore.search.CircuitNetlist;
import io.hdlgen.explore.search.CircuitNetwork;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.train.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Makes candidates of circuits: network, netlist, figures. */
final class CandidateMaker {
  private final Samples training;
  private final PrintedTechnology technology;

  CandidateMaker(Samples training, PrintedTechnology technology) {
    this.training = training;
    this.technology = technology;
  }

  /**
   * A candidate.
   *
   * @param circuit on the levels of the coding's features
   * @param accuracy in cross-validation
   * @param balancedAccuracy likewise
   */
  Candidate of(
      String id,
      String recipe,
      LogicCircuit circuit,
      InputLevels levels,
      InputCoding coding,
      double accuracy,
      double balancedAccuracy) {
    List<String> names = training.featureNames();
    long[][] codes = coding.encode(training.features());
    PrintedCircuit printed =
        PrintedCircuit.of(
            Mapping.all().get(0),
            CircuitNetlist.of(circuit, levels, names, technology.library()),
            CircuitNetlist.rows(circuit, levels, codes),
            technology,
            Set.copyOf(names));
    LabelledBits rows =
        new LabelledBits(
            training.classNames().size(),
            training.labels(),
            Arrays.stream(codes).map(levels::encode).toArray(boolean[][]::new),
            new boolean[0][]);
    return new Candidate(
        id,
        recipe,
        CircuitNetwork.of(id, circuit, levels, coding, training.classNames()),
        PrintedCost.of(printed),
        Qualities.of(
            ClassificationMetrics.of(
                rows.classify(circuit), training.labels(), training.classNames())),
        Qualities.of(training.rows(), accuracy, balancedAccuracy));
  }
}
