package io.hdlgen.flow;

import io.hdlgen.flow.checkpoint.CheckpointFolder;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The network that a design is made of: the user's model, or the built-in example. */
final class DesignSource {
  private final EmitRequest request;
  private final Path folder;
  private final Progress progress;
  private RunCheckpoints checkpoints = RunCheckpoints.none();

  /**
   * @param folder where the design will be; checkpoints of a training lie beside it
   */
  DesignSource(EmitRequest request, Path folder, Progress progress) {
    this.request = request;
    this.folder = folder;
    this.progress = progress;
  }

  /** Reads the model, and trains or rounds it if that is due. */
  SourceModel read() {
    if (request.model().isPresent()) {
      return read(
          request.model().get(),
          request.data(),
          request.testData().isPresent() ? request.testData() : request.data());
    }
    if (request.data().isPresent() || request.testData().isPresent()) {
      throw new InvalidInputException(
          request.data().isPresent() ? "--data" : "--test-data",
          request.data().or(request::testData).orElseThrow().data() + ", and no model",
          "a model for it; hdlgen train makes one of a table, the built-in example brings its own");
    }
    try (DigitsExample example = DigitsExample.unpack()) {
      return read(example.model(), Optional.of(example.training()), Optional.of(example.test()));
    }
  }

  private SourceModel read(
      Path model, Optional<DataSource> samples, Optional<DataSource> evaluation) {
    if (!request.dryRun()) {
      checkpoints =
          RunCheckpoints.beside(
              folder,
              () ->
                  new CheckpointFolder.Run(
                      ToolVersion.current(),
                      CommandText.ofNetwork(request),
                      InputHashes.of(Optional.of(model), List.of(samples))),
              request.resume(),
              progress);
    }
    return new SourceModelReader(
            model,
            request.precision(),
            request.method(),
            samples,
            evaluation,
            request.threads(),
            progress,
            checkpoints)
        .read();
  }

  /** Removes the checkpoints: the design has been written. */
  void done() {
    checkpoints.delete();
  }
}
