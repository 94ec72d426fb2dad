package io.hdlgen.cli;

import io.hdlgen.flow.BitSearchSummary;
import io.hdlgen.flow.DataSource;
import io.hdlgen.flow.Hdlgen;
import io.hdlgen.flow.QuantizeRequest;
import io.hdlgen.flow.QuantizeResult;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code hdlgen quantize}. */
@Command(
    name = "quantize",
    sortOptions = false,
    description = {
      "Make integers of a model of real numbers without training: quick, for many bits.",
      "",
      "Samples (--data) choose the quantization; their labels measure accuracy alone,",
      "except with --auto-bits, which needs them.",
      "For fewer bits, or weights of other kinds: hdlgen train --float-model.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  hdlgen quantize model.onnx --data train.csv --bits 8 -o network.json",
      "  hdlgen quantize model.onnx --data train.csv --bits 6 --test-data test.csv",
      "  hdlgen quantize model.onnx --data train.csv --auto-bits --max-drop 0.5"
    })
final class QuantizeCommand implements Callable<Integer> {
  @ParentCommand private HdlgenCommand parent;

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = "A model of real numbers: ONNX or model.json.")
  private Path model;

  @Mixin private DataOptions data;

  @Mixin private TestDataOptions testData;

  @Mixin private PrecisionOptions precision;

  @Mixin private RoundingOptions rounding;

  @Mixin private ThreadOption threads;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "What to write (default: ./<model>.network.json).")
  private Path output;

  @Override
  public Integer call() {
    QuantizeResult result;
    try (Progress progress = parent.progress()) {
      result = Hdlgen.quantize(request(), progress);
    }
    result.notes().forEach(parent::say);
    parent.print(result.toJson(), () -> print(result));
    boolean missed = result.search().isPresent() && !result.search().get().withinDrop();
    return (missed ? ExitCode.CHECK_FAILED : ExitCode.OK).code();
  }

  private QuantizeRequest request() {
    DataSource samples =
        data.source()
            .orElseThrow(() -> new InvalidInputException("quantize", "no --data", "--data FILE"));
    return new QuantizeRequest(
        model,
        samples,
        testData.source(Optional.of(samples)),
        precision.precision(),
        rounding.method(),
        Optional.ofNullable(output),
        threads.count());
  }

  private void print(QuantizeResult result) {
    SummaryLines lines = new SummaryLines(parent.terminal().out());
    lines.line("network", SummaryLines.network(result.network()));
    lines.line("bits", BitWidths.of(result.network()).describe());
    result.accuracy().map(AccuracyText::of).ifPresent(lines::add);
    result.search().ifPresent(search -> print(search, lines));
    lines.line("time", "%.1f s", result.seconds());
    lines.line("file", result.file().toString());
  }

  private static void print(BitSearchSummary search, SummaryLines lines) {
    lines.line("search", "the cheapest of %,d networks tried", search.tried());
    lines.line(
        "",
        "%s as float, %s quantized on %s that did not calibrate",
        SummaryLines.percent(search.floatAccuracy()),
        SummaryLines.percent(search.accuracy()),
        SummaryLines.count(search.rows(), "row"));
  }
}
