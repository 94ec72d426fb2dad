package io.hdlgen.explore.logic;

import java.util.Arrays;

/**
 * Rows of Boolean inputs with their classes, 64 rows a word; behind them rows without a class,
 * which only tell whether a code beyond the last class occurs.
 */
public final class LabelledBits {
  private final int classes;
  private final int[] labels;
  private final int labelledWords;
  private final int words;
  private final long[][] inputs;
  private final long[][] labelPlanes;
  private final long[][] classRows;
  private final long[] labelledRows;
  private final long lastLabelledWord;
  private final long[] unlabelledRows;

  /**
   * @param classes number of classes, at least 1
   * @param labels {@code [rows]}, each below {@code classes}
   * @param rows {@code [rows][inputs]}
   * @param unlabelled {@code [more rows][inputs]}
   */
  public LabelledBits(int classes, int[] labels, boolean[][] rows, boolean[][] unlabelled) {
    this.classes = classes;
    this.labels = labels.clone();
    this.labelledWords = wordsOf(labels.length);
    this.words = labelledWords + wordsOf(unlabelled.length);
    int width = rows.length == 0 ? 0 : rows[0].length;
    this.inputs = new long[width][words];
    this.labelPlanes = new long[codeBits(classes)][labelledWords];
    this.classRows = new long[classes][labelledWords];
    this.labelledRows = new long[labelledWords];
    int rest = labels.length % Long.SIZE;
    this.lastLabelledWord = rest == 0 ? -1 : (1L << rest) - 1;
    for (int r = 0; r < labels.length; r++) {
      long bit = 1L << r;
      labelledRows[r >> 6] |= bit;
      set(rows[r], r >> 6, bit);
      classRows[labels[r]][r >> 6] |= bit;
      for (int b = 0; b < labelPlanes.length; b++) {
        labelPlanes[b][r >> 6] |= (labels[r] >> b & 1) != 0 ? bit : 0;
      }
    }
    this.unlabelledRows = new long[words];
    for (int r = 0; r < unlabelled.length; r++) {
      int word = labelledWords + (r >> 6);
      set(unlabelled[r], word, 1L << r);
      unlabelledRows[word] |= 1L << r;
    }
  }

  /** The same rows in another order. */
  private LabelledBits(LabelledBits other, int[] order) {
    this.classes = other.classes;
    this.labels = Arrays.stream(order).map(r -> other.labels[r]).toArray();
    this.labelledWords = other.labelledWords;
    this.words = other.words;
    this.lastLabelledWord = other.lastLabelledWord;
    this.inputs = gather(other.inputs, order, words);
    this.labelPlanes = gather(other.labelPlanes, order, labelledWords);
    this.classRows = gather(other.classRows, order, labelledWords);
    this.labelledRows = other.labelledRows;
    this.unlabelledRows = other.unlabelledRows;
    for (int i = 0; i < inputs.length; i++) {
      System.arraycopy(
          other.inputs[i], labelledWords, inputs[i], labelledWords, words - labelledWords);
    }
  }

  private static long[][] gather(long[][] planes, int[] rows, int words) {
    long[][] result = new long[planes.length][words];
    for (int i = 0; i < planes.length; i++) {
      for (int r = 0; r < rows.length; r++) {
        result[i][r >> 6] |= (planes[i][rows[r] >> 6] >>> rows[r] & 1) << r;
      }
    }
    return result;
  }

  /** The same with the rows of a class next to each other, so that each class takes few words. */
  LabelledBits byClass() {
    int[] at = new int[classes];
    int[] counts = classCounts();
    for (int k = 1; k < classes; k++) {
      at[k] = at[k - 1] + counts[k - 1];
    }
    int[] order = new int[labels.length];
    for (int r = 0; r < labels.length; r++) {
      order[at[labels[r]]++] = r;
    }
    return new LabelledBits(this, order);
  }

  private void set(boolean[] row, int word, long bit) {
    for (int i = 0; i < inputs.length; i++) {
      inputs[i][word] |= row[i] ? bit : 0;
    }
  }

  private static int wordsOf(int rows) {
    return (rows + Long.SIZE - 1) / Long.SIZE;
  }

  /** Bits of a class code: as many as hold {@code classes - 1}, at least 1. */
  public static int codeBits(int classes) {
    return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(classes - 1));
  }

  public int classes() {
    return classes;
  }

  /** Number of rows that have a class. */
  public int rows() {
    return labels.length;
  }

  /** The classes of the rows, {@code [rows]}. */
  public int[] labels() {
    return labels.clone();
  }

  /** Number of rows of each class. */
  public int[] classCounts() {
    int[] counts = new int[classes];
    Arrays.stream(labels).forEach(label -> counts[label]++);
    return counts;
  }

  /** Number of labelled rows in which a signal is 1. */
  int ones(long[] signal) {
    return BitLoops.count(signal, labelledWords - 1, lastLabelledWord);
  }

  int words() {
    return words;
  }

  int labelledWords() {
    return labelledWords;
  }

  /** {@code [inputs][words]}; not to be written to. */
  long[][] inputs() {
    return inputs;
  }

  /** The bits of the classes' codes, {@code [code bits][labelled words]}. */
  long[][] labelPlanes() {
    return labelPlanes;
  }

  /** Which rows are of a class, {@code [classes][labelled words]}. */
  long[][] classRows() {
    return classRows;
  }

  /** Which rows have a class, {@code [labelled words]}. */
  long[] labelledRows() {
    return labelledRows;
  }

  /** Which rows have no class, {@code [words]}. */
  long[] unlabelledRows() {
    return unlabelledRows;
  }

  /**
   * The class of each labelled row that a circuit tells; codes beyond the last class mean the last.
   */
  public int[] classify(LogicCircuit circuit) {
    long[][] values = circuit.evaluate(inputs, words);
    int[] result = new int[labels.length];
    for (int r = 0; r < result.length; r++) {
      int code = 0;
      for (int b = 0; b < circuit.outputs().size(); b++) {
        code |= (int) (values[circuit.outputs().get(b)][r >> 6] >>> r & 1) << b;
      }
      result[r] = Math.min(code, classes - 1);
    }
    return result;
  }
}
