package io.hdlgen.explore.outcome;

import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.front.PrintedCost;
import io.hdlgen.explore.front.Quality;
import io.hdlgen.explore.protocol.OpenedTestRows;
import io.hdlgen.flow.folder.Sha256;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.Locale;
import java.util.Optional;

/**
 * A circuit before test rows are read.
 *
 * @param id short name
 * @param recipe how it was made, for people
 * @param network what it computes
 * @param cost what it takes, its power over the training rows
 * @param train on the rows that it was made by
 * @param validation in cross-validation, or on the rows that choose
 */
public record Candidate(
    String id,
    String recipe,
    IntegerNetwork network,
    PrintedCost cost,
    Quality train,
    Quality validation) {
  /** The name of the nth of a front, from 1: {@code p01} and so on. */
  public static String pointId(int number) {
    return String.format(Locale.ROOT, "p%02d", number);
  }

  /** The same by another name. */
  public Candidate withId(String other) {
    return new Candidate(other, recipe, network, cost, train, validation);
  }

  /**
   * The point of a front, with test figures once there are any.
   *
   * @param file of the network, from the folder of the front
   */
  public FrontPoint point(String file, Optional<OpenedTestRows> test) {
    return new FrontPoint(
        id,
        file,
        Sha256.of(NetworkJson.write(network)),
        recipe,
        train,
        validation,
        test.map(rows -> Qualities.of(rows.measure(network).metrics())),
        cost);
  }

  /**
   * As {@link #point(String, Optional)}, of a network that lies where {@link ResultFolder} says.
   */
  public FrontPoint point(Optional<OpenedTestRows> test) {
    return point(ResultFolder.networkFile(id), test);
  }
}
