package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.floating.FloatLayer;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.input.InputQuantizer;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.NetworkRanges;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns a float network into an integer network without training it.
 *
 * <p>Layer by layer, the integer weights are searched that reproduce the float network's values on
 * the calibration rows best, given the values of the layers quantized before; biases and scales
 * then vanish in integer thresholds. With two bits or less, a last search changes single weights
 * and thresholds where that brings the class probabilities of the whole network nearer to the float
 * network's.
 */
public final class PostTrainingQuantizer {
  private final FloatNetwork network;
  private final CalibrationRows calibration;
  private final PtqOptions options;

  private PostTrainingQuantizer(
      FloatNetwork network, CalibrationRows calibration, PtqOptions options) {
    this.network = network;
    this.calibration = calibration;
    this.options = options;
  }

  /**
   * The integer network. The same arguments give the same network in every process.
   *
   * <p>It has as many layers as the float network and no biases; hidden layers are {@code
   * MultiThreshold}, unsigned behind ReLU and sigmoid, else two's complement (bipolar in one bit).
   * Several outputs are decided by {@code ArgMax} with all multipliers 1, one output by {@code
   * Threshold}. Classes are named as in the float network, else by their number.
   *
   * @param calibrationRows real features {@code [rows][features]} as the network will meet them, a
   *     few hundred or more; not changed
   * @throws InvalidInputException if the rows or the network's weights are not finite numbers of
   *     the right shape, or there is no row
   */
  public static IntegerNetwork quantize(
      FloatNetwork network, double[][] calibrationRows, PtqOptions options) {
    check(network);
    CalibrationRows calibration =
        CalibrationRows.of(calibrationRows, network.featureNames().size());
    return new PostTrainingQuantizer(network, calibration, options).quantize();
  }

  private IntegerNetwork quantize() {
    List<InputFeature> features =
        InputQuantizer.features(network.featureNames(), calibration.all(), options.inputs());
    WeightRange weightRange = WeightRange.ofBits(options.weightBits());
    double[][] sample = calibration.sample();
    double[][] real = columns(sample);
    double[][] codes = columns(encode(features, sample));
    double[] scales = features.stream().mapToDouble(InputFeature::scale).toArray();
    Interval[] ranges = features.stream().map(InputFeature::range).toArray(Interval[]::new);
    List<IntegerLayer> layers = new ArrayList<>();
    int last = network.layers().size() - 1;
    for (FloatLayer layer : network.layers().subList(0, last)) {
      double[][] sums = sums(layer, real);
      HiddenLayerFitter.Hidden hidden =
          new HiddenLayerFitter(new QuantizedInputs(codes), weightRange)
              .fit(layer, scaled(layer, scales), sums, ranges, options.activationBits());
      layers.add(hidden.layer());
      real = activated(layer.activation(), sums);
      codes = hidden.values();
      scales = hidden.scales();
      ranges = new Interval[sums.length];
      Arrays.fill(ranges, hidden.layer().codes().range());
    }
    FloatLayer layer = network.layers().get(last);
    OutputLayerFitter.Output output =
        new OutputLayerFitter(new QuantizedInputs(codes), weightRange)
            .fit(layer.name(), scaled(layer, scales), sums(layer, real));
    layers.add(output.layer());
    refine(features, weightRange, layers, output);
    return assemble(features, layers, output.biases());
  }

  private void refine(
      List<InputFeature> features,
      WeightRange weightRange,
      List<IntegerLayer> layers,
      OutputLayerFitter.Output output) {
    if (Math.min(options.weightBits(), options.activationBits()) > DistillationSearch.MAX_BITS) {
      return;
    }
    double[][] rows = calibration.mixed(DistillationSearch.affordableRows(layers));
    double[][] logits = Arrays.stream(rows).map(network::outputs).toArray(double[][]::new);
    if (output.biases().length > 1) {
      // As they will be: whole numbers, and so the search can make up for the rounding.
      Arrays.setAll(output.biases(), k -> Math.rint(output.biases()[k]));
    }
    TrialNetwork trial =
        new TrialNetwork(
            layers,
            encode(features, rows),
            new DistillationLoss(logits, output.scale(), output.biases()));
    new DistillationSearch(trial, weightRange).run();
  }

  private IntegerNetwork assemble(
      List<InputFeature> features, List<IntegerLayer> layers, double[] biases) {
    List<DenseLayer> dense = new ArrayList<>();
    List<Interval> ranges = features.stream().map(InputFeature::range).toList();
    for (IntegerLayer layer : layers) {
      DenseLayer finished = layer.toDense(ranges);
      List<Interval> sums = NetworkRanges.accumulators(finished, ranges);
      ranges =
          IntStream.range(0, finished.outputs())
              .mapToObj(n -> NetworkRanges.value(finished.activation(), n, sums.get(n)))
              .toList();
      dense.add(finished);
    }
    return new IntegerNetwork(
        network.name(), features, dense, decision(biases), network.classLabels());
  }

  /**
   * With one output: class 1 where accumulator + bias >= 0, exactly. With more, the biases are
   * rounded to the unit of the accumulators.
   */
  private static Decision decision(double[] biases) {
    LongVector ones = LongVector.filled(biases.length, 1);
    if (biases.length == 1) {
      return new Decision.Threshold(ones, LongVector.of(0), (long) Math.ceil(-biases[0]));
    }
    long[] offsets = Arrays.stream(biases).mapToLong(bias -> (long) Math.rint(bias)).toArray();
    return new Decision.ArgMax(ones, LongVector.of(offsets));
  }

  /** The layer's weights in units of its input codes, {@code [outputs][inputs]}. */
  private static double[][] scaled(FloatLayer layer, double[] scales) {
    double[][] weights = layer.weights().getData();
    for (double[] row : weights) {
      for (int i = 0; i < row.length; i++) {
        row[i] *= scales[i];
      }
    }
    return weights;
  }

  private static double[][] encode(List<InputFeature> features, double[][] rows) {
    double[][] codes = new double[rows.length][features.size()];
    for (int r = 0; r < rows.length; r++) {
      for (int i = 0; i < codes[r].length; i++) {
        codes[r][i] = features.get(i).encode(rows[r][i]);
      }
    }
    return codes;
  }

  private static double[][] columns(double[][] rows) {
    double[][] columns = new double[rows[0].length][rows.length];
    for (int r = 0; r < rows.length; r++) {
      for (int i = 0; i < columns.length; i++) {
        columns[i][r] = rows[r][i];
      }
    }
    return columns;
  }

  /** The layer's sums {@code [outputs][rows]} at its float inputs {@code [inputs][rows]}. */
  private static double[][] sums(FloatLayer layer, double[][] inputs) {
    double[][] sums = new double[layer.weights().getRowDimension()][inputs[0].length];
    for (int n = 0; n < sums.length; n++) {
      Arrays.fill(sums[n], layer.biases().getEntry(n));
      for (int i = 0; i < inputs.length; i++) {
        double weight = layer.weights().getEntry(n, i);
        for (int r = 0; r < sums[n].length; r++) {
          sums[n][r] += weight * inputs[i][r];
        }
      }
    }
    return sums;
  }

  private static double[][] activated(FloatActivation activation, double[][] sums) {
    return Arrays.stream(sums)
        .map(column -> Arrays.stream(column).map(activation::apply).toArray())
        .toArray(double[][]::new);
  }

  private static void check(FloatNetwork network) {
    if (network.featureNames().isEmpty() || network.layers().isEmpty()) {
      throw new InvalidInputException(
          "network " + network.name(), "no features or no layers", "at least one of each");
    }
    int width = network.featureNames().size();
    for (FloatLayer layer : network.layers()) {
      if (layer.weights().getColumnDimension() != width) {
        throw new InvalidInputException(
            "layer " + layer.name(),
            layer.weights().getColumnDimension() + " inputs",
            width + ", as many as there are values before it");
      }
      width = layer.weights().getRowDimension();
      for (int n = 0; n < width; n++) {
        double sum = layer.biases().getEntry(n);
        for (double weight : layer.weights().getRow(n)) {
          sum += Math.abs(weight);
        }
        if (!Double.isFinite(sum)) {
          throw new InvalidInputException(
              "layer %s, neuron %d".formatted(layer.name(), n),
              "a weight or bias that is not finite, or too large",
              "finite numbers");
        }
      }
    }
  }
}
