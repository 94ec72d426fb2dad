package io.hdlgen.quantizer.onnx;

import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.Inference;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What Brevitas or ONNX Runtime computed with a network, as {@code interop/brevitas_models.py} or
 * {@code interop/qdq_models.py} wrote it down, and a comparison with the network that the reader
 * makes of the exported file.
 */
public final class BrevitasRecord {
  private final List<String> header;
  private final List<String[]> rows;

  private BrevitasRecord(List<String> header, List<String[]> rows) {
    this.header = header;
    this.rows = rows;
  }

  /**
   * How many numbers were compared, and where they differ.
   *
   * @param ties rows in which several classes have the greatest score, exactly, and Brevitas's
   *     rounding chose another than the first of them; all other numbers of these rows count
   */
  public record Comparison(int rows, int ties, long numbers, List<String> differences) {}

  /** Reads the record beside a model. */
  public static BrevitasRecord beside(Path model) throws IOException {
    Path csv = Path.of(model.toString().replaceFirst("\\.onnx$", ".csv"));
    List<String[]> lines = Files.readAllLines(csv).stream().map(line -> line.split(",")).toList();
    return new BrevitasRecord(List.of(lines.get(0)), lines.subList(1, lines.size()));
  }

  /** Compares classes, the codes of input and hidden layers, and the last sums, on all rows. */
  public Comparison compare(IntegerNetwork network) {
    ReferenceModel reference = new ReferenceModel(network);
    int last = network.layers().size() - 1;
    List<String> differences = new ArrayList<>();
    long numbers = 0;
    int ties = 0;
    long[] zeroPoints = null;
    for (int r = 0; r < rows.size(); r++) {
      long[] codes = codes(network, r);
      Inference inference = reference.infer(codes);
      long[] shift = minus(codes, integers("in_", r));
      zeroPoints = zeroPoints == null ? shift : zeroPoints;
      List<String> wrong = new ArrayList<>();
      // Codes of the input hold its zero point; all others are multiples of the scale.
      numbers += differ(wrong, "input", minus(codes, zeroPoints), integers("in_", r));
      for (int l = 0; l < last; l++) {
        long[] values = inference.values().get(l).toArray();
        numbers += differ(wrong, "layer " + l, values, integers("h" + l + "_", r));
      }
      long[] sums = integers("acc_", r);
      numbers +=
          sums.length > 0
              ? differ(wrong, "sums", inference.accumulators().get(last).toArray(), sums)
              : differ(
                  wrong, "outputs", inference.values().get(last).toArray(), integers("out_", r));
      int expected = (int) integers("class", r)[0];
      boolean tie = inference.classIndex() != expected && isTie(inference, expected);
      ties += tie ? 1 : 0;
      if (!tie) {
        numbers += differ(wrong, "class", new long[] {inference.classIndex()}, expected);
      }
      if (!wrong.isEmpty()) {
        differences.add("row " + r + ": " + wrong);
      }
    }
    return new Comparison(rows.size(), ties, numbers, differences);
  }

  private static boolean isTie(Inference inference, int other) {
    return inference.scores().size() > 1
        && inference.scores().get(inference.classIndex()) == inference.scores().get(other);
  }

  private static int differ(List<String> wrong, String what, long[] actual, long... expected) {
    if (!Arrays.equals(actual, expected)) {
      wrong.add(what + " " + Arrays.toString(actual) + ", not " + Arrays.toString(expected));
    }
    return expected.length;
  }

  private static long[] minus(long[] a, long[] b) {
    return IntStream.range(0, b.length).mapToLong(i -> a[i] - b[i]).toArray();
  }

  private long[] codes(IntegerNetwork network, int row) {
    return IntStream.range(0, network.inputs().size())
        .mapToLong(i -> network.inputs().get(i).encode(Float.parseFloat(rows.get(row)[i])))
        .toArray();
  }

  private long[] integers(String prefix, int row) {
    return IntStream.range(0, header.size())
        .filter(column -> header.get(column).startsWith(prefix))
        .mapToLong(column -> Long.parseLong(rows.get(row)[column]))
        .toArray();
  }
}
