package io.hdlgen.flow;

import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.data.FeatureEncoder;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.metrics.LabelIndex;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.onnx.ImportedModel;
import io.hdlgen.quantizer.onnx.InputDefaults;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads what the user named: a model of any kind, and data where they are needed. */
final class SourceModelReader {
  private final Path model;
  private final Precision precision;
  private final Optional<QuantizationMethod> method;
  private final Optional<DataSource> samples;
  private final Optional<DataSource> evaluation;
  private final int threads;
  private final Progress progress;
  private final RunCheckpoints checkpoints;
  private final boolean json;
  private final List<String> notes = new ArrayList<>();

  /**
   * @param method empty: as usual, as far as that can be
   * @param samples what a float model is trained on, or quantized by
   * @param evaluation samples on which accuracy is measured
   */
  SourceModelReader(
      Path model,
      Precision precision,
      Optional<QuantizationMethod> method,
      Optional<DataSource> samples,
      Optional<DataSource> evaluation,
      int threads,
      Progress progress,
      RunCheckpoints checkpoints) {
    this.model = model;
    this.precision = precision;
    this.method = method;
    this.samples = samples;
    this.evaluation = evaluation;
    this.threads = threads;
    this.progress = progress;
    this.checkpoints = checkpoints;
    this.json = new ModelFile(model).isJson();
  }

  SourceModel read() {
    InputDefaults defaults =
        new InputDefaults(precision.inputBits(), precision.inputScale(), precision.inputSigned());
    ImportedModel imported = new ModelFile(model).read(defaults);
    notes.addAll(imported.notes());
    return imported.accept(
        new ImportedModel.Visitor<>() {
          @Override
          public SourceModel visit(ImportedModel.Quantized quantized) {
            refuse(
                precision.asksForQuantization() || (json && precision.asksForInputs()),
                json ? "a network.json" : "a quantized model");
            refuseLearning();
            List<String> features = Predictor.featureNames(quantized.network());
            Optional<Dataset> data =
                evaluation.map(table -> labelled(table, table.readToMeasure(features)));
            data.flatMap(table -> ScaleMismatch.note(quantized.network(), table))
                .ifPresent(notes::add);
            return finish(quantized.network(), data, Optional.empty());
          }

          @Override
          public SourceModel visit(ImportedModel.Floating floating) {
            return quantize(floating.network());
          }
        });
  }

  private SourceModel quantize(FloatNetwork floating) {
    DataSource source =
        samples.orElseThrow(
            () ->
                new InvalidInputException(
                    model.toString(),
                    "a model of real numbers, and no data to quantize it by",
                    "--data with samples such as it was trained on"));
    Dataset data = source.read(floating.featureNames());
    FloatNetwork named = FeatureNames.after(floating, data.featureNames());
    // Read before the work is done: it may be wrong.
    Optional<Dataset> test =
        evaluation.map(
            other ->
                sameRows()
                    ? data
                    : labelled(other, other.readToTest(named.featureNames(), data.labelName())));
    checkLabels(named, data, test);
    notes.addAll(SampleNumbers.notes(data, true));
    Quantization quantization =
        new ModelQuantizer(precision, method, threads, progress, checkpoints).quantize(named, data);
    notes.addAll(quantization.notes());
    test.flatMap(table -> ScaleMismatch.note(data, table)).ifPresent(notes::add);
    return finish(withNames(quantization.network(), data), test, Optional.of(quantization));
  }

  /** Refuses labels that mean no class before the work is done, not after it. */
  private static void checkLabels(FloatNetwork model, Dataset data, Optional<Dataset> test) {
    if (data.hasLabels() && test.isPresent() && test.get().hasLabels()) {
      new LabelIndex(ClassLabels.names(data, model.classLabels()))
          .indices(test.get().labels(), test.get().source());
    }
  }

  /** Rows to measure accuracy on; those of {@code --test-data} are of no other use. */
  private Dataset labelled(DataSource source, Dataset table) {
    if (!table.hasLabels() && !samples.equals(evaluation)) {
      throw new InvalidInputException(
          table.source(), "no labels", "labels in a column like that of --data, or --test-labels");
    }
    return table;
  }

  private SourceModel finish(
      IntegerNetwork read, Optional<Dataset> data, Optional<Quantization> quantization) {
    boolean named = json && quantization.isEmpty();
    IntegerNetwork network = named || data.isEmpty() ? read : withNames(read, data.get());
    long[][] codes = data.isEmpty() ? new long[0][] : FeatureEncoder.encode(network, data.get());
    Optional<Accuracy> accuracy =
        data.flatMap(table -> accuracy(network, quantization, table, codes));
    accuracy.ifPresent(this::noteBelowBaseline);
    return new SourceModel(
        network,
        codes,
        quantization,
        accuracy,
        InputHashes.of(Optional.of(model), List.of(samples, evaluation)),
        notes);
  }

  /** The network with the labels of its data as the names of its classes, if it has none. */
  private IntegerNetwork withNames(IntegerNetwork network, Dataset data) {
    List<String> names = ClassLabels.names(data, network.classNames());
    if (names.equals(network.classNames())) {
      return network;
    }
    notes.add(
        "The model does not name its classes: taken as the labels in sorted order, "
            + String.join(", ", names));
    return new IntegerNetwork(
        network.name(), network.inputs(), network.layers(), network.decision(), names);
  }

  private void noteBelowBaseline(Accuracy accuracy) {
    double baseline = accuracy.quantized().majorityBaseline();
    BaselineNote.of(accuracy.quantized().accuracy(), baseline).ifPresent(notes::add);
    accuracy
        .floating()
        .ifPresent(value -> BaselineNote.ofFloat(value, baseline).ifPresent(notes::add));
  }

  private Optional<Accuracy> accuracy(
      IntegerNetwork network, Optional<Quantization> quantization, Dataset data, long[][] codes) {
    int[] predicted = new ReferenceModel(network).classify(codes, threads);
    OptionalDouble floating =
        quantization
            .map(made -> Classification.of(made.floating(), data))
            .flatMap(classes -> Predictor.quality(network, data, classes))
            .map(quality -> OptionalDouble.of(quality.accuracy()))
            .orElse(OptionalDouble.empty());
    boolean learnt = quantization.isPresent() && sameRows();
    return Predictor.quality(network, data, predicted)
        .map(
            quality ->
                new Accuracy(
                    floating, quality, data.source().replaceFirst("^.*[/\\\\]", ""), learnt));
  }

  /** Whether accuracy is measured on the rows that are learnt from. */
  private boolean sameRows() {
    return samples.equals(evaluation) && !samples.map(DataSource::holdsTest).orElse(false);
  }

  /** A network of integers is neither trained nor rounded: what asks for that has no effect. */
  private void refuseLearning() {
    if (method.isPresent()) {
      throw new InvalidInputException(
          model.toString(),
          "a quantized model, which is neither trained nor rounded",
          "a model of real numbers; or no options of training and rounding");
    }
    if (samples.isPresent() && !samples.equals(evaluation)) {
      throw new InvalidInputException(
          model.toString(),
          "a quantized model, --data and --test-data",
          "one of the two, to measure accuracy: nothing is learnt");
    }
  }

  private void refuse(boolean asked, String kind) {
    if (asked) {
      throw new InvalidInputException(
          model.toString(),
          kind + ", whose bits are fixed",
          "a model of real numbers; or leave out the options that choose bits");
    }
  }
}
