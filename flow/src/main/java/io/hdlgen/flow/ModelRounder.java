package io.hdlgen.flow;

import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.format.WeightFormat;
import io.hdlgen.quantizer.ptq.AutoBits;
import io.hdlgen.quantizer.ptq.AutoBitsOptions;
import io.hdlgen.quantizer.ptq.AutoBitsResult;
import io.hdlgen.quantizer.ptq.LayerPrecision;
import io.hdlgen.quantizer.ptq.PostTrainingQuantizer;
import io.hdlgen.quantizer.ptq.PtqListener;
import io.hdlgen.quantizer.ptq.PtqOptions;
import io.hdlgen.quantizer.ptq.PtqResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes integer networks of float networks without training. */
final class ModelRounder {
  private final Precision precision;
  private final QuantizationMethod.Rounded method;
  private final Progress progress;

  ModelRounder(Precision precision, QuantizationMethod.Rounded method, Progress progress) {
    this.precision = precision;
    this.method = method;
    this.progress = progress;
  }

  /** The integer network, its bits as the precision says or searched for. */
  Quantization round(FloatNetwork model, Dataset samples, List<String> notes) {
    if (method.maxDrop().isPresent()) {
      return search(model, samples, notes);
    }
    List<String> all = new ArrayList<>(notes);
    all.addAll(LayerFormats.notes(precision));
    List<WeightFormat> weights = LayerFormats.weights(precision, model.layers().size());
    List<LayerPrecision> layers =
        IntStream.range(0, weights.size())
            .mapToObj(l -> new LayerPrecision(weights.get(l), precision.activationBitsOf(l)))
            .toList();
    PtqResult result =
        PostTrainingQuantizer.quantize(model, samples.rows(), options(layers), new Stages());
    all.addAll(result.notes());
    return new Quantization(model, result.network(), samples.rows().length, Optional.empty(), all);
  }

  private Quantization search(FloatNetwork model, Dataset samples, List<String> notes) {
    if (precision.asksForQuantization()) {
      throw new InvalidInputException(
          "--auto-bits", "bits that are chosen already", "no --bits, --weights or the like");
    }
    int[] labels = TrainingSamples.of(samples, model).labels();
    progress.stage("searching bits", 0);
    AutoBitsOptions wanted = AutoBitsOptions.of(method.maxDrop().getAsDouble());
    AutoBitsResult result =
        AutoBits.search(
            model,
            samples.rows(),
            labels,
            options(List.of(LayerPrecision.ofBits(Precision.DEFAULT_BITS, Precision.DEFAULT_BITS))),
            wanted,
            (trial, number, most) -> progress.detail("network %d tried".formatted(number)));
    List<String> all = new ArrayList<>(notes);
    all.addAll(result.notes());
    return new Quantization(
        model,
        result.network(),
        samples.rows().length,
        Optional.of(BitSearchSummary.of(result)),
        all);
  }

  private PtqOptions options(List<LayerPrecision> layers) {
    return new PtqOptions(layers, precision.inputs()).with(method.calibration());
  }

  /** A stage of the progress for each stage of the work. */
  private final class Stages implements PtqListener {
    private String current = "";

    @Override
    public void advanced(String stage, int done, int total) {
      if (!stage.equals(current)) {
        current = stage;
        progress.stage(stage, total);
      }
      progress.step(done);
    }
  }
}
