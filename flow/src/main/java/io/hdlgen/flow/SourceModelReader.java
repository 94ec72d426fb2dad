package io.hdlgen.flow;

import io.hdlgen.flow.folder.Sha256;
import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.data.FeatureEncoder;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.onnx.ImportedModel;
import io.hdlgen.quantizer.onnx.InputDefaults;
import io.hdlgen.quantizer.onnx.ModelReader;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what the user named: a model of any kind, and data where they are needed. */
final class SourceModelReader {
  private final Path model;
  private final Precision precision;
  private final Optional<DataSource> calibration;
  private final Optional<DataSource> evaluation;
  private final int threads;
  private final List<String> notes = new ArrayList<>();

  /**
   * @param calibration samples that choose the quantization of a float model
   * @param evaluation samples on which accuracy is measured
   */
  SourceModelReader(
      Path model,
      Precision precision,
      Optional<DataSource> calibration,
      Optional<DataSource> evaluation,
      int threads) {
    this.model = model;
    this.precision = precision;
    this.calibration = calibration;
    this.evaluation = evaluation;
    this.threads = threads;
  }

  SourceModel read() {
    if (isJson()) {
      refuse(precision.asksForQuantization() || asksForInputs(), "a network.json");
      return finish(NetworkJson.read(model), Optional.empty());
    }
    InputDefaults defaults =
        new InputDefaults(precision.inputBits(), precision.inputScale(), precision.inputSigned());
    ImportedModel imported = ModelReader.read(model, defaults);
    notes.addAll(imported.notes());
    return imported.accept(
        new ImportedModel.Visitor<>() {
          @Override
          public SourceModel visit(ImportedModel.Quantized quantized) {
            refuse(precision.asksForQuantization(), "a quantized model");
            return finish(quantized.network(), Optional.empty());
          }

          @Override
          public SourceModel visit(ImportedModel.Floating floating) {
            return quantize(floating.network());
          }
        });
  }

  private SourceModel quantize(FloatNetwork floating) {
    DataSource source =
        calibration.orElseThrow(
            () ->
                new InvalidInputException(
                    model.toString(),
                    "a model of real numbers, and no data to quantize it by",
                    "--data with samples such as it was trained on"));
    Dataset samples = source.read(floating.featureNames());
    Quantization quantization = new Quantization(floating, samples, precision);
    notes.addAll(quantization.notes());
    return finish(quantization.network(), Optional.of(quantization.floating()));
  }

  private SourceModel finish(IntegerNetwork read, Optional<FloatNetwork> floating) {
    IntegerNetwork network = read;
    long[][] samples = new long[0][];
    Optional<Accuracy> accuracy = Optional.empty();
    if (evaluation.isPresent()) {
      Dataset data = evaluation.get().read(Predictor.featureNames(network));
      network = isJson() ? network : withNames(network, data);
      samples = FeatureEncoder.encode(network, data);
      accuracy = accuracy(network, floating, data, samples);
      accuracy.ifPresent(this::noteBelowBaseline);
    }
    String name = CommandText.baseName(model);
    return new SourceModel(
        network, samples, accuracy, VerilogIdentifier.after(name), hashes(), notes);
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
    if (accuracy.quantized().accuracy() < accuracy.quantized().majorityBaseline()) {
      notes.add(
          "The accuracy is below that of always guessing the most frequent class: are the label"
              + " column and the order of classes and features those of the training?");
    }
  }

  private Optional<Accuracy> accuracy(
      IntegerNetwork network, Optional<FloatNetwork> floating, Dataset data, long[][] codes) {
    int[] predicted = new ReferenceModel(network).classify(codes, threads);
    Optional<ClassificationMetrics> quantized = Predictor.quality(network, data, predicted);
    OptionalDouble real = OptionalDouble.empty();
    if (quantized.isPresent() && floating.isPresent()) {
      int[] actual = ClassLabels.indices(data, network.classNames());
      int right = 0;
      for (int r = 0; r < actual.length; r++) {
        right += floating.get().classify(data.rows()[r]) == actual[r] ? 1 : 0;
      }
      real = OptionalDouble.of((double) right / actual.length);
    }
    OptionalDouble measured = real;
    return quantized.map(
        metrics -> new Accuracy(measured, metrics, CommandText.baseName(evaluation.get().data())));
  }

  private boolean asksForInputs() {
    return precision.inputBits().isPresent()
        || precision.inputScale().isPresent()
        || precision.inputSigned().isPresent();
  }

  private void refuse(boolean asked, String kind) {
    if (asked) {
      throw new InvalidInputException(
          model.toString(),
          kind + ", whose bits are fixed",
          "a model of real numbers; or leave out the options that choose bits");
    }
  }

  /** Whether the first sign in the file opens a JSON object; no ONNX file begins so. */
  private boolean isJson() {
    if (!Files.isRegularFile(model)) {
      throw new InvalidInputException(
          model.toString(),
          Files.exists(model) ? "something that is no file" : "no such file",
          "a model: ONNX, QONNX or network.json");
    }
    try (InputStream in = Files.newInputStream(model)) {
      int first = in.read();
      while (first == ' ' || first == '\t' || first == '\r' || first == '\n') {
        first = in.read();
      }
      return first == '{';
    } catch (IOException e) {
      throw new InvalidInputException(
          model.toString(), "a file that cannot be read", "a readable file", e);
    }
  }

  private SortedMap<String, String> hashes() {
    List<Path> files = new ArrayList<>(List.of(model));
    for (Optional<DataSource> source : List.of(calibration, evaluation)) {
      source.map(DataSource::data).ifPresent(files::add);
      source.flatMap(DataSource::labels).ifPresent(files::add);
    }
    SortedMap<String, String> hashes = new TreeMap<>();
    for (Path file : files.stream().distinct().toList()) {
      String name = CommandText.baseName(file);
      while (hashes.containsKey(name)) {
        name += "'";
      }
      try {
        hashes.put(name, Sha256.of(file));
      } catch (IOException e) {
        throw new InvalidInputException(
            file.toString(), "a file that cannot be read", "a readable file", e);
      }
    }
    return hashes;
  }
}
