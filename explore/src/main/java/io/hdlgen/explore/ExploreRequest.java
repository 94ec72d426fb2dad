package io.hdlgen.explore;

import io.hdlgen.explore.protocol.TestedData;
import io.hdlgen.explore.search.Goal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is to be explored.
 *
 * @param rows what is learnt from and tested on; where no test is named, some rows are put aside
 * @param kept columns of the rows that are features even if they seem to number the samples
 * @param target name of a printed target
 * @param goal what the recommended circuit is to be good at and to keep
 * @param equalRowsTogether whether rows of equal features stay in one fold of cross-validation, as
 *     {@link io.hdlgen.explore.protocol.StratifiedFolds.Options#equalRowsTogether}
 * @param references a file of published circuits, for plots: see {@link
 *     io.hdlgen.explore.front.ReferenceFile}
 * @param emit of which circuits designs are made
 * @param output the folder; empty: {@code ./<data>-explore}
 * @param generations of the search; empty: as many as suit the number of rows
 * @param seed of all that is random
 * @param threads at least 1; changes nothing but the time
 */
public record ExploreRequest(
    TestedData rows,
    List<String> kept,
    String target,
    Goal goal,
    boolean equalRowsTogether,
    Optional<Path> references,
    Emit emit,
    Optional<Path> output,
    OptionalInt generations,
    long seed,
    int threads) {

  /** Of which circuits designs are made and verified. */
  public enum Emit {
    RECOMMENDED,
    ALL
  }
}
