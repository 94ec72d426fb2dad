package io.hdlgen.explore.front;

import java.util.Optional;

/**
 * One classifier.
 *
 * @param id short name, in file names, too
 * @param network file of its integer network, relative to the exploration's folder
 * @param sha256 of that file; for test figures, written down before test rows were read
 * @param recipe how it was made, for people
 * @param train on the rows that it learned from
 * @param validation of the rows that chose it, or the mean over the folds of circuits of its recipe
 * @param test on rows that had no part in any choice; empty until they are read
 * @param cost of the circuit
 * @param verified what was compared of its design; empty if none was made
 */
public record FrontPoint(
    String id,
    String network,
    String sha256,
    String recipe,
    Quality train,
    Quality validation,
    Optional<Quality> test,
    PrintedCost cost,
    Optional<Verified> verified) {
  /** A point of which no design was made. */
  public FrontPoint(
      String id,
      String network,
      String sha256,
      String recipe,
      Quality train,
      Quality validation,
      Optional<Quality> test,
      PrintedCost cost) {
    this(id, network, sha256, recipe, train, validation, test, cost, Optional.empty());
  }

  /** The same with a design that was compared. */
  public FrontPoint withVerified(Verified found) {
    return new FrontPoint(
        id, network, sha256, recipe, train, validation, test, cost, Optional.of(found));
  }
}
