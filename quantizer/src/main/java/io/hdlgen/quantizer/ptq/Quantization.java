package io.hdlgen.quantizer.ptq;

import io.hdlgen.quantizer.floating.FloatLayer;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.input.InputQuantizer;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One float network and its calibration rows, to be quantized in one precision or many. First
 * layers are kept, so that precisions that begin alike share their work.
 */
final class Quantization {
  private static final int KEPT_PREFIXES = 16;

  private static final int LEAST_ROWS = 2048;

  /** Weights times rows, above which there are fewer rows. */
  private static final long MAX_PRODUCTS = 1_000_000_000;

  /** Outputs times squared inputs of a layer whose reconstruction takes more than a few seconds. */
  private static final long SLOW_RECONSTRUCTION = 200_000_000;

  /** With so many levels, rounding to the nearest loses next to nothing. */
  private static final int FINE_LEVELS = 64;

  private final FloatNetwork network;
  private final CalibrationRows calibration;
  private final PtqOptions options;
  private final List<InputFeature> features;
  private final double[][] sample;
  private final FloatTrace trace;
  private final Refinement refinement;
  private final Map<List<LayerPrecision>, Prefix> prefixes =
      new LinkedHashMap<>(KEPT_PREFIXES, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<LayerPrecision>, Prefix> eldest) {
          return size() > KEPT_PREFIXES;
        }
      };

  /**
   * @param options whose precisions are ignored
   * @param effort how much time it may take
   */
  Quantization(
      FloatNetwork network, CalibrationRows calibration, PtqOptions options, SearchEffort effort) {
    this.network = network;
    this.calibration = calibration;
    this.options = options;
    features = InputQuantizer.features(network.featureNames(), calibration.all(), options.inputs());
    sample = calibration.sample(Math.min(effort.fitRows(), affordableRows(network)));
    trace = new FloatTrace(network, Columns.clipped(features, sample));
    refinement = new Refinement(network, features, calibration, effort);
  }

  /** What the user should know of the calibration rows. */
  List<String> notes() {
    return new CalibrationNotes(network, features, calibration.all()).list();
  }

  /**
   * The network in these precisions, whatever was quantized before.
   *
   * @param precisions one a layer
   */
  IntegerNetwork quantize(List<LayerPrecision> precisions, PtqListener listener) {
    int last = network.layers().size() - 1;
    Prefix prefix = prefix(precisions.subList(0, last), listener);
    listener.advanced("quantizing layers", last, last + 1);
    FloatLayer layer = network.layers().get(last);
    OutputLayerFitter.Output output =
        new OutputLayerFitter(prefix.inputs(), WeightLevels.of(precisions.get(last).weights()))
            .fit(
                layer.name(),
                scaled(layer, prefix),
                trace.sums(last),
                effort(layer, precisions.get(last)));
    listener.advanced("quantizing layers", last + 1, last + 1);
    List<IntegerLayer> layers = new ArrayList<>();
    prefix.layers().forEach(hidden -> layers.add(hidden.copy()));
    layers.add(output.layer());
    refinement.refine(layers, precisions, output, listener);
    return NetworkAssembly.of(network, features, layers, output.biases());
  }

  private Prefix prefix(List<LayerPrecision> precisions, PtqListener listener) {
    Prefix known = prefixes.get(precisions);
    if (known != null) {
      return known;
    }
    Prefix made;
    int count = precisions.size();
    if (count == 0) {
      double[][] codes = Columns.encode(features, sample);
      made =
          new Prefix(
              List.of(),
              new QuantizedInputs(Columns.of(codes)),
              features.stream().mapToDouble(InputFeature::scale).toArray(),
              features.stream().map(InputFeature::range).toArray(Interval[]::new));
    } else {
      Prefix before = prefix(precisions.subList(0, count - 1), listener);
      listener.advanced("quantizing layers", count - 1, network.layers().size());
      FloatLayer layer = network.layers().get(count - 1);
      LayerPrecision precision = precisions.get(count - 1);
      made =
          new HiddenLayerFitter(before, precision, options.calibration(), effort(layer, precision))
              .fit(layer, scaled(layer, before), trace.sums(count - 1));
    }
    prefixes.put(List.copyOf(precisions), made);
    return made;
  }

  private FitEffort effort(FloatLayer layer, LayerPrecision precision) {
    long inputs = layer.weights().getColumnDimension();
    boolean slow = inputs * inputs * layer.weights().getRowDimension() > SLOW_RECONSTRUCTION;
    boolean fine = WeightLevels.of(precision.weights()).count() >= FINE_LEVELS;
    return switch (options.fitting()) {
      case NEAREST -> FitEffort.NEAREST;
      case RECONSTRUCTION -> slow ? FitEffort.ONE_START : FitEffort.MANY_STARTS;
      case AUTOMATIC ->
          !slow ? FitEffort.MANY_STARTS : fine ? FitEffort.NEAREST : FitEffort.ONE_START;
    };
  }

  private static int affordableRows(FloatNetwork network) {
    long weights =
        network.layers().stream()
            .mapToLong(
                layer ->
                    (long) layer.weights().getRowDimension() * layer.weights().getColumnDimension())
            .sum();
    return (int) Math.max(LEAST_ROWS, Math.min(Integer.MAX_VALUE, MAX_PRODUCTS / weights));
  }

  /** The layer's weights in units of its input codes, {@code [outputs][inputs]}. */
  private static double[][] scaled(FloatLayer layer, Prefix prefix) {
    double[][] weights = layer.weights().getData();
    for (double[] row : weights) {
      for (int i = 0; i < row.length; i++) {
        row[i] *= prefix.scales()[i];
      }
    }
    return weights;
  }
}
