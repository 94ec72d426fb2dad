package io.hdlgen.flow;

import io.hdlgen.flow.folder.DesignFolder;
import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.data.FeatureEncoder;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.json.JsonModelKind;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.metrics.Proportion;
import io.hdlgen.quantizer.metrics.UnseenRows;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.reference.Inference;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the reference model over a table. */
final class Predictor {
  private Predictor() {}

  static PredictResult predict(PredictRequest request) {
    IntegerNetwork network = network(request.network());
    List<String> features = featureNames(network);
    Dataset data =
        request.training().isPresent()
            ? request.data().readToTest(features, Optional.empty())
            : request.data().readToMeasure(features);
    long[][] codes = FeatureEncoder.encode(network, data);
    ReferenceModel.Results results = new ReferenceModel(network).results(codes, request.threads());
    int[] classes = results.classes();
    List<Prediction> predictions = new ArrayList<>();
    for (int r = 0; r < classes.length; r++) {
      LongVector row = LongVector.of(results.scores()[r]);
      String name = classes[r] == Inference.NO_CLASS ? "" : network.classNames().get(classes[r]);
      predictions.add(new Prediction(name, row));
    }
    Optional<ClassificationMetrics> quality = quality(network, data, classes);
    List<String> notes = new ArrayList<>();
    ScaleMismatch.note(network, data).ifPresent(notes::add);
    quality
        .flatMap(measured -> BaselineNote.of(measured.accuracy(), measured.majorityBaseline()))
        .ifPresent(notes::add);
    return new PredictResult(
        predictions,
        network.classes() > 0,
        network.scores(),
        quality,
        request.training().map(training -> unseen(network, data, classes, training)),
        notes);
  }

  /** How right these classes are on the rows that are not among the training rows. */
  private static Proportion unseen(
      IntegerNetwork network, Dataset data, int[] classes, DataSource source) {
    if (!data.hasLabels() || network.classes() == 0) {
      throw new InvalidInputException(
          data.source(),
          data.hasLabels() ? "a network without classes" : "no labels",
          "labels and classes, to measure the accuracy on rows that were not trained on");
    }
    Dataset training = source.read(featureNames(network));
    return UnseenRows.ofValues(
            FeatureEncoder.values(network, training), FeatureEncoder.values(network, data))
        .accuracy(classes, ClassLabels.indices(data, network.classNames()));
  }

  /** How right these classes are; empty where that has no meaning. */
  static Optional<ClassificationMetrics> quality(
      IntegerNetwork network, Dataset data, int[] classes) {
    if (!data.hasLabels() || network.classes() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        ClassificationMetrics.of(
            classes, ClassLabels.indices(data, network.classNames()), network.classNames()));
  }

  static List<String> featureNames(IntegerNetwork network) {
    return network.inputs().stream().map(InputFeature::name).toList();
  }

  private static IntegerNetwork network(Path path) {
    if (Files.isDirectory(path)) {
      return NetworkJson.read(DesignFolder.open(path).file(DesignFolder.NETWORK));
    }
    if (!Files.isRegularFile(path)) {
      throw wrongKind(path, Files.exists(path) ? "something that is no file" : "no such file");
    }
    if (!new ModelFile(path).isJson()) {
      throw wrongKind(path, "no JSON");
    }
    if (JsonModelKind.of(path) == JsonModelKind.MODEL) {
      throw wrongKind(path, "a model of real numbers");
    }
    return NetworkJson.read(path);
  }

  private static InvalidInputException wrongKind(Path path, String found) {
    return new InvalidInputException(
        path.toString(),
        found,
        "a design folder or network.json, which hdlgen emit and hdlgen quantize make of a model");
  }
}
