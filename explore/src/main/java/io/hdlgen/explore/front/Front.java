package io.hdlgen.explore.front;

import java.util.List;
import java.util.stream.Stream;

/**
 * The outcome of an exploration.
 *
 * @param name of the data
 * @param target of the circuits
 * @param classNames by class index
 * @param featureNames in the order of the data
 * @param majority the share of the commonest class of the training rows among the rows that test
 *     figures are of
 * @param points by ascending area, none beaten by another in validation: what the search made, and
 *     trees that nothing matches
 * @param trees decision trees of the same protocol and flow, likewise
 * @param references to compare with: published circuits, or the network before approximation
 * @param recommended the id of one of the points
 * @param evaluated number of recipes, or of approximations, that were tried
 * @param seconds wall time
 */
public record Front(
    String name,
    String target,
    List<String> classNames,
    List<String> featureNames,
    double majority,
    List<FrontPoint> points,
    List<FrontPoint> trees,
    List<ReferencePoint> references,
    String recommended,
    int evaluated,
    double seconds) {
  public Front {
    classNames = List.copyOf(classNames);
    featureNames = List.copyOf(featureNames);
    points = List.copyOf(points);
    trees = List.copyOf(trees);
    references = List.copyOf(references);
    if (points.stream().noneMatch(point -> point.id().equals(recommended))) {
      throw new IllegalArgumentException("no point " + recommended);
    }
  }

  /** The same with these points, of the same ids. */
  public Front withPoints(List<FrontPoint> others) {
    return new Front(
        name,
        target,
        classNames,
        featureNames,
        majority,
        others,
        trees,
        references,
        recommended,
        evaluated,
        seconds);
  }

  /** The points whose designs were compared and differ from their references. */
  public List<FrontPoint> differing() {
    return points.stream()
        .filter(point -> point.verified().isPresent() && !point.verified().get().passed())
        .toList();
  }

  /** Whether a point is one of the trees. */
  public boolean isTree(FrontPoint point) {
    return trees.stream().anyMatch(tree -> isSame(tree, point));
  }

  private static boolean isSame(FrontPoint one, FrontPoint other) {
    return one.id().equals(other.id()) && one.sha256().equals(other.sha256());
  }

  /** The points that the search made. */
  public List<FrontPoint> explored() {
    return points.stream().filter(point -> !isTree(point)).toList();
  }

  /** The points that are trees: no other circuit is as good at no more cost. */
  public List<FrontPoint> keptTrees() {
    return points.stream().filter(this::isTree).toList();
  }

  /** The trees that are no points. */
  public List<FrontPoint> otherTrees() {
    return trees.stream()
        .filter(tree -> points.stream().noneMatch(point -> isSame(point, tree)))
        .toList();
  }

  /** The point that is recommended. */
  public FrontPoint recommendedPoint() {
    return points.stream()
        .filter(point -> point.id().equals(recommended))
        .findFirst()
        .orElseThrow();
  }

  /** Whether converters are counted at all: for some technologies none are published. */
  public boolean countsConverters() {
    return Stream.concat(points.stream(), trees.stream())
        .anyMatch(point -> point.cost().adcAreaCm2() > 0 || point.cost().adcPowerMw() > 0);
  }
}
