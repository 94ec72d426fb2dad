package io.hdlgen.explore.search;

import io.hdlgen.explore.logic.InputLevels;
import io.hdlgen.explore.logic.LabelledBits;
import io.hdlgen.explore.protocol.InputCoding;
import io.hdlgen.explore.tree.CodeTable;
import io.hdlgen.quantizer.train.Samples;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Rows as the levels that comparators tell apart, coded by what is known of the training rows
 * alone.
 *
 * @param coding of the features
 * @param levels what the circuits' inputs stand for
 * @param table codes of the training rows
 * @param bits the training rows, and random rows of no class where codes beyond the last class are
 *     possible
 */
public record Material(InputCoding coding, InputLevels levels, CodeTable table, LabelledBits bits) {
  /**
   * Random patterns on which codes beyond the last class are looked for: patterns that no converter
   * gives among them, as synthesis does not know which those are.
   */
  private static final int RANDOM_ROWS = 512;

  private static final long RANDOM_SEED = 0x5eed_c0deL;

  /**
   * The rows of a training part.
   *
   * @param rows of the samples; no others are looked at
   * @param bits of the grid of levels
   * @param noise as {@link Recipe#noise}
   * @param trim as {@link Recipe#trim}
   */
  public static Material of(Samples samples, int[] rows, int bits, double noise, double trim) {
    InputCoding coding = InputCoding.of(samples, rows, bits, trim);
    Jitter jitter = new Jitter(coding, noise);
    double[][] values = new double[rows.length * jitter.copies(rows.length)][];
    int[] labels = new int[values.length];
    for (int r = 0; r < values.length; r++) {
      int row = rows[r % rows.length];
      values[r] = jitter.next(samples.features()[row]);
      labels[r] = samples.labels()[row];
    }
    long[][] codes = coding.encode(values);
    int features = samples.featureNames().size();
    int classes = samples.classNames().size();
    InputLevels levels = new InputLevels(features, bits);
    boolean complete = 1 << LabelledBits.codeBits(classes) == classes;
    return new Material(
        coding,
        levels,
        CodeTable.of(codes, Collections.nCopies(features, bits), labels, classes),
        bits(levels, classes, labels, codes, complete ? 0 : RANDOM_ROWS));
  }

  /** About what it takes of memory. */
  long bytes() {
    return (long) Integer.BYTES * table.rows() * table.features()
        + (long) levels.inputs() * bits.rows() / Byte.SIZE;
  }

  /** Other rows in the same coding. */
  public LabelledBits others(Samples samples, int[] rows) {
    double[][] values =
        Arrays.stream(rows).mapToObj(r -> samples.features()[r]).toArray(double[][]::new);
    int[] labels = Arrays.stream(rows).map(r -> samples.labels()[r]).toArray();
    return bits(levels, samples.classNames().size(), labels, coding.encode(values), 0);
  }

  private static LabelledBits bits(
      InputLevels levels, int classes, int[] labels, long[][] codes, int random) {
    boolean[][] rows = Arrays.stream(codes).map(levels::encode).toArray(boolean[][]::new);
    SplittableRandom source = new SplittableRandom(RANDOM_SEED);
    boolean[][] unlabelled = new boolean[random][levels.inputs()];
    for (boolean[] row : unlabelled) {
      for (int i = 0; i < row.length; i++) {
        row[i] = source.nextBoolean();
      }
    }
    return new LabelledBits(classes, labels, rows, unlabelled);
  }

  /** The classes' weights of trees: between equal rows (0) and equal classes (1). */
  List<Double> classWeights(double balance) {
    int[] counts = bits.classCounts();
    long present = Arrays.stream(counts).filter(count -> count > 0).count();
    return Arrays.stream(counts)
        .mapToObj(
            count ->
                count == 0 ? 1.0 : 1 - balance + balance * bits.rows() / (present * (double) count))
        .toList();
  }
}
