package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Chooses the bits of each layer's weights and values: the cheapest network whose accuracy is
 * hardly less than the float network's.
 */
public final class AutoBits {
  private final ValidationSplit split;
  private final AutoBitsOptions options;
  private final AutoBitsListener listener;
  private final Quantization quantization;
  private final Quantization thorough;
  private final double leastAccuracy;
  private final List<BitTrial> trials = new ArrayList<>();
  private BitTrial best;
  private IntegerNetwork bestNetwork;

  private AutoBits(
      FloatNetwork network,
      ValidationSplit split,
      double leastAccuracy,
      PtqOptions base,
      AutoBitsOptions options,
      AutoBitsListener listener) {
    this.split = split;
    this.leastAccuracy = leastAccuracy;
    this.options = options;
    this.listener = listener;
    double[][] rows = split.calibrationRows();
    quantization = PostTrainingQuantizer.prepare(network, rows, base, SearchEffort.LIGHT);
    thorough = PostTrainingQuantizer.prepare(network, rows, base, SearchEffort.FULL);
  }

  /**
   * The result of the search, the same for the same arguments. Part of the rows calibrate, the
   * others measure accuracy; the network that is returned is the one that was measured.
   *
   * @param rows real features {@code [rows][features]}; not changed
   * @param labels class of each row, as the network counts them
   * @param base everything but the bits of layers, which are searched for
   * @throws InvalidInputException as {@link PostTrainingQuantizer#quantize}, if there are fewer
   *     than two rows, or if a label is that of no class
   */
  public static AutoBitsResult search(
      FloatNetwork network,
      double[][] rows,
      int[] labels,
      PtqOptions base,
      AutoBitsOptions options,
      AutoBitsListener listener) {
    PostTrainingQuantizer.check(network);
    CalibrationRows.of(rows, network.featureNames().size());
    ValidationSplit split = ValidationSplit.of(rows, labels, options.validationFraction());
    split.check(network.layers().get(network.layers().size() - 1).biases().getDimension());
    int[] classes = Arrays.stream(split.validationRows()).mapToInt(network::classify).toArray();
    double floatAccuracy = split.accuracy(classes);
    double tolerance = 1e-9;
    double leastAccuracy = floatAccuracy - options.maxDrop() - tolerance;
    return new AutoBits(network, split, leastAccuracy, base, options, listener)
        .search(network.layers().size(), floatAccuracy);
  }

  private AutoBitsResult search(int layers, double floatAccuracy) {
    int rows = split.validationRows().length;
    new BitSearch(layers, leastAccuracy, 0.5 / rows, options.maxTrials(), this::measure).run();
    measure(best.layers(), thorough);
    List<String> notes = new ArrayList<>(quantization.notes());
    boolean withinDrop = best.accuracy() >= leastAccuracy;
    if (!withinDrop) {
      notes.add(
          "No choice of bits is inside the accuracy drop; this is the most accurate one. More input"
              + " bits may help");
    }
    if (1.0 / rows > options.maxDrop() && options.maxDrop() > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "Accuracy is measured on %d rows: one row more or less is %.2f points, more than the"
                  + " drop allowed",
              rows,
              100.0 / rows));
    }
    return new AutoBitsResult(best, bestNetwork, floatAccuracy, rows, withinDrop, trials, notes);
  }

  private BitTrial measure(List<LayerPrecision> layers) {
    return measure(layers, quantization);
  }

  private BitTrial measure(List<LayerPrecision> layers, Quantization way) {
    IntegerNetwork quantized = way.quantize(layers, PtqListener.NONE);
    int[] classes =
        new ReferenceModel(quantized).classify(codes(quantized, split.validationRows()), 1);
    BitTrial trial =
        new BitTrial(layers, split.accuracy(classes), options.cost().applyAsDouble(quantized));
    if (best == null || BitSearch.isBetter(trial, best, leastAccuracy) || isMoreAccurate(trial)) {
      best = trial;
      bestNetwork = quantized;
    }
    trials.add(trial);
    listener.tried(trial, trials.size(), options.maxTrials());
    return trial;
  }

  /** The network quantized with all effort may cost a little more, but loses less. */
  private boolean isMoreAccurate(BitTrial trial) {
    return trial.layers().equals(best.layers()) && trial.accuracy() > best.accuracy();
  }

  private static long[][] codes(IntegerNetwork network, double[][] rows) {
    long[][] codes = new long[rows.length][network.inputs().size()];
    for (int r = 0; r < rows.length; r++) {
      for (int i = 0; i < codes[r].length; i++) {
        codes[r][i] = network.inputs().get(i).encode(rows[r][i]);
      }
    }
    return codes;
  }
}
