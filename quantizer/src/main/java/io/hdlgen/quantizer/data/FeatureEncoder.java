package io.hdlgen.quantizer.data;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Turns the real values of a table into the codes that a network takes. */
public final class FeatureEncoder {
  private FeatureEncoder() {}

  /**
   * The codes of each row, {@code [rows][features]}.
   *
   * <p>Columns are matched by name where the table has a column for each of the network's features,
   * and others are then ignored; else by position, where there are as many columns as features.
   *
   * @throws InvalidInputException if neither is possible
   */
  public static long[][] encode(IntegerNetwork network, Dataset data) {
    List<InputFeature> features = network.inputs();
    int[] columns = columns(features, data);
    double[][] rows = data.rows();
    long[][] codes = new long[rows.length][features.size()];
    for (int i = 0; i < columns.length; i++) {
      InputFeature feature = features.get(i);
      for (int r = 0; r < rows.length; r++) {
        codes[r][i] = feature.encode(rows[r][columns[i]]);
      }
    }
    return codes;
  }

  /**
   * The real values of each row in the order of the network's features, {@code [rows][features]}:
   * the table's own arrays where it has that order. Columns are matched as by {@link #encode}.
   *
   * @throws InvalidInputException if they cannot be matched
   */
  public static double[][] values(IntegerNetwork network, Dataset data) {
    int[] columns = columns(network.inputs(), data);
    double[][] rows = data.rows();
    if (Arrays.equals(columns, IntStream.range(0, data.features()).toArray())) {
      return rows;
    }
    return Arrays.stream(rows)
        .map(row -> Arrays.stream(columns).mapToDouble(column -> row[column]).toArray())
        .toArray(double[][]::new);
  }

  private static int[] columns(List<InputFeature> features, Dataset data) {
    List<String> wanted = features.stream().map(InputFeature::name).toList();
    List<String> names = data.featureNames();
    int[] columns = new int[wanted.size()];
    if (names.containsAll(wanted)) {
      for (int i = 0; i < columns.length; i++) {
        columns[i] = names.indexOf(wanted.get(i));
        if (names.lastIndexOf(wanted.get(i)) != columns[i]) {
          throw new InvalidInputException(
              data.source(), "two columns \"" + wanted.get(i) + "\"", "one column of that name");
        }
      }
      return columns;
    }
    if (data.features() != wanted.size()) {
      String missing =
          names.isEmpty()
              ? ""
              : ", among them none called \""
                  + wanted.stream().filter(name -> !names.contains(name)).findFirst().orElseThrow()
                  + "\"";
      throw new InvalidInputException(
          data.source(),
          data.features() + " feature columns" + missing,
          wanted.size() + ", one a feature of the network");
    }
    for (int i = 0; i < columns.length; i++) {
      columns[i] = i;
    }
    return columns;
  }
}
