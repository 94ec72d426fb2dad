package io.hdlgen.flow;

import io.hdlgen.flow.folder.OutputFile;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.json.NetworkJson;
import java.nio.file.Path;
import java.util.Optional;

/** Quantizes a float model without training and writes the network. */
final class PostTraining {
  private PostTraining() {}

  static QuantizeResult quantize(QuantizeRequest request, Progress progress) {
    long start = System.nanoTime();
    Path output = request.output().orElseGet(() -> OutputNames.after(request.model(), true));
    OutputFile.check(output);
    progress.stage("reading the model", 0);
    SourceModel source =
        new SourceModelReader(
                request.model(),
                request.precision(),
                Optional.of(request.method()),
                Optional.of(request.data()),
                request.testData().or(() -> Optional.of(request.data())),
                request.threads(),
                progress,
                RunCheckpoints.none())
            .read();
    if (source.quantization().isEmpty()) {
      throw new InvalidInputException(
          request.model().toString(), "a quantized model", "a model of real numbers");
    }
    OutputFile.write(output, NetworkJson.write(source.network()));
    return new QuantizeResult(
        output,
        source.network(),
        source.quantization().get().rows(),
        source.accuracy(),
        source.quantization().get().search(),
        (System.nanoTime() - start) / 1e9,
        source.notes());
  }
}
