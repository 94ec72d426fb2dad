package io.hdlgen.flow;

import io.hdlgen.flow.checkpoint.CheckpointFolder;
import io.hdlgen.flow.folder.OutputFile;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.floating.FloatLayer;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.format.LayerFormat;
import io.hdlgen.quantizer.json.FloatModelJson;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.train.FloatTraining;
import io.hdlgen.quantizer.train.QuantizedTraining;
import io.hdlgen.quantizer.train.Samples;
import io.hdlgen.quantizer.train.Split;
import io.hdlgen.quantizer.train.Trainer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Trains a network and writes it. */
final class Training {
  private final TrainRequest request;
  private final Progress progress;
  private final long start = System.nanoTime();
  private final boolean quantized;
  private final Path output;
  private final List<String> notes = new ArrayList<>();

  Training(TrainRequest request, Progress progress) {
    this.request = request;
    this.progress = progress;
    this.quantized = request.precision().asksForQuantization();
    this.output =
        request.output().orElseGet(() -> OutputNames.after(request.data().data(), quantized));
  }

  TrainResult run() {
    check();
    OutputFile.check(output);
    progress.stage("reading the data", 0);
    Optional<FloatNetwork> read =
        request.floatModel().map(file -> new ModelFile(file).readFloat(notes));
    Dataset data = request.data().read(read.map(FloatNetwork::featureNames).orElse(List.of()));
    Optional<FloatNetwork> model =
        read.map(network -> FeatureNames.after(network, data.featureNames()));
    Samples samples =
        model
            .map(network -> TrainingSamples.of(data, network))
            .orElseGet(() -> TrainingSamples.of(data));
    if (model.isEmpty()) {
      NetworkMemory.check(
          samples.featureNames().size(), request.hidden(), samples.classNames().size());
    }
    Optional<TestRows> test =
        testData().map(source -> TestRows.read(source, samples, data.labelName()));
    notes.addAll(TrainingSamples.notes(samples, CommandText.baseName(request.data().data())));
    Optional<String> index = TrainingSamples.indexNote(data);
    index.ifPresent(notes::add);
    if (index.isEmpty()) {
      notes.addAll(SampleNumbers.notes(data, model.isPresent()));
    }
    test.flatMap(rows -> rows.note(samples)).ifPresent(notes::add);
    test.flatMap(rows -> ScaleMismatch.note(data, rows.data())).ifPresent(notes::add);
    List<LayerFormat> formats = quantized ? formats(model) : List.of();
    RunCheckpoints checkpoints = checkpoints();
    Trainer trainer =
        new Trainer(
            samples, request.training(), new TrainingProgress(progress), checkpoints.open());
    TrainResult result = train(trainer, model, formats, new Material(data, samples, test));
    checkpoints.delete();
    return result;
  }

  /** What was named, or what the samples bring along. */
  private Optional<DataSource> testData() {
    return request.testData().or(() -> Optional.of(request.data()).filter(DataSource::holdsTest));
  }

  /** What is learnt from and tested on. */
  private record Material(Dataset data, Samples samples, Optional<TestRows> test) {
    SplitQuality quality(Function<Dataset, int[]> classifier, Split split) {
      return SplitQuality.of(classifier, data, samples, split, test);
    }
  }

  private TrainResult train(
      Trainer trainer, Optional<FloatNetwork> model, List<LayerFormat> formats, Material material) {
    Optional<FloatTraining> floatTraining =
        model.isPresent()
            ? Optional.empty()
            : Optional.of(
                trainer.trainFloat(
                    OutputNames.stem(request.data().data()),
                    request.hidden(),
                    request.activation().floating()));
    FloatNetwork floating = model.orElseGet(() -> floatTraining.orElseThrow().network());
    if (!quantized) {
      FloatTraining trained = floatTraining.orElseThrow();
      progress.stage("measuring", 0);
      SplitQuality quality =
          material.quality(table -> Classification.of(floating, table), trained.split());
      OutputFile.write(output, FloatModelJson.write(named(floating, material.samples())));
      return result(material, floating, Optional.empty(), quality, quality, trained.bestEpoch());
    }
    QuantizedTraining trained =
        trainer.trainQuantized(floating, request.precision().inputs(), formats);
    progress.stage("measuring", 0);
    SplitQuality floatQuality =
        material.quality(table -> Classification.of(floating, table), trained.split());
    SplitQuality quality =
        material.quality(
            table -> Classification.of(trained.network(), table, request.training().threads()),
            trained.split());
    TrainingSamples.note(material.data(), trained.network()).ifPresent(notes::add);
    OutputFile.write(output, NetworkJson.write(trained.network()));
    return result(
        material, floating, Optional.of(trained), floatQuality, quality, trained.bestEpoch());
  }

  private static FloatNetwork named(FloatNetwork network, Samples samples) {
    return new FloatNetwork(
        network.name(), network.featureNames(), network.layers(), samples.classNames());
  }

  private TrainResult result(
      Material material,
      FloatNetwork floating,
      Optional<QuantizedTraining> trained,
      SplitQuality floatQuality,
      SplitQuality quality,
      int bestEpoch) {
    return new TrainResult(
        output,
        CommandText.baseName(request.data().data()),
        material.samples().rows(),
        material.samples().classNames(),
        floating,
        trained.map(QuantizedTraining::network),
        floatQuality,
        quality,
        bestEpoch,
        (System.nanoTime() - start) / 1e9,
        notes);
  }

  private void check() {
    boolean sign = request.activation() == HiddenActivation.SIGN;
    if (!quantized && (sign || request.precision().asksForInputs())) {
      throw new InvalidInputException(
          sign ? "--activation" : "train",
          sign ? "sign, and no bits" : "options for input codes, and no bits",
          "--bits N, or other options that choose bits, too");
    }
    if (!quantized && request.floatModel().isPresent()) {
      throw new InvalidInputException(
          "--float-model", "nothing to be trained", "--bits N, or other options that choose bits");
    }
    // Refuses what features cannot be now, not after the float network was trained.
    request.precision().inputs();
  }

  private List<LayerFormat> formats(Optional<FloatNetwork> model) {
    notes.addAll(LayerFormats.notes(request.precision()));
    List<FloatActivation> activations = new ArrayList<>();
    if (model.isPresent()) {
      model.get().layers().stream().map(FloatLayer::activation).forEach(activations::add);
    } else {
      activations.addAll(
          Collections.nCopies(request.hidden().size(), request.activation().floating()));
      activations.add(FloatActivation.IDENTITY);
    }
    boolean sign = model.isEmpty() && request.activation() == HiddenActivation.SIGN;
    List<LayerFormat> formats = LayerFormats.of(request.precision(), activations, sign);
    for (LayerFormat format : formats) {
      if (!LayerFormats.isTrainable(format.weights())) {
        throw new InvalidInputException(
            "train",
            "weights of the format " + format.weights().text(),
            "at most %d bits; hdlgen quantize takes more".formatted(LayerFormats.MAX_TRAINED_BITS));
      }
    }
    return formats;
  }

  private RunCheckpoints checkpoints() {
    return RunCheckpoints.beside(
        output,
        () ->
            new CheckpointFolder.Run(
                ToolVersion.current(),
                CommandText.of(request),
                InputHashes.of(request.floatModel(), List.of(Optional.of(request.data())))),
        request.resume(),
        progress);
  }
}
