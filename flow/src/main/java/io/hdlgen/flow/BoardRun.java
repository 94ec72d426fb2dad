package io.hdlgen.flow;

import io.hdlgen.flow.design.SignatureJson;
import io.hdlgen.flow.folder.DesignFolder;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.flow.serial.BoardSession;
import io.hdlgen.flow.serial.DesignSearch;
import io.hdlgen.flow.serial.PortLine;
import io.hdlgen.flow.serial.SerialLine;
import io.hdlgen.flow.serial.SimulatedBoard;
import io.hdlgen.flow.serial.WireCodec;
import io.hdlgen.hdl.board.WireLayout;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.data.FeatureEncoder;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.sim.verilator.SerialBoard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Has a board classify a table, and compares what it says with the reference. */
final class BoardRun {
  /** A simulated board may be slower than a real one by so much. */
  private static final int SIMULATION = 4;

  private static final Duration FIRST_PATIENCE = Duration.ofMillis(300);

  private final RunRequest request;
  private final Progress progress;
  private final BoardRow.Listener listener;

  BoardRun(RunRequest request, Progress progress, BoardRow.Listener listener) {
    this.request = request;
    this.progress = progress;
    this.listener = listener;
  }

  RunResult run() {
    if (request.port().isPresent()) {
      try (SerialLine line = PortLine.open(request.port().get(), request.baud())) {
        return run(line, 1);
      }
    }
    Verifier.withVerilator();
    DesignFolder design =
        DesignFolder.open(
            request
                .design()
                .orElseThrow(
                    () ->
                        new InvalidInputException(
                            "run",
                            "a simulated board of no design",
                            "--design DIR beside --simulate")));
    progress.stage("building the simulated board", 0);
    try (SerialBoard board =
            SimulatedBoard.start(
                design, signature(design), request.baud(), request.seed(), request.noise());
        SerialLine line = PortLine.open(board.terminal(), request.baud())) {
      return run(line, SIMULATION);
    }
  }

  private RunResult run(SerialLine line, int slowness) {
    progress.stage("asking the board what it is", 0);
    Duration first = request.patience().orElse(FIRST_PATIENCE.multipliedBy(slowness));
    BoardSession session = BoardSession.open(line, request.baud(), first);
    DesignFolder design;
    if (request.design().isPresent()) {
      design = DesignFolder.open(request.design().get());
      session.check(design);
    } else {
      design = DesignSearch.find(Path.of(""), session.identity().design(), line.name());
    }
    IntegerNetwork network = NetworkJson.read(design.file(DesignFolder.NETWORK));
    Dataset data = request.data().readToMeasure(Predictor.featureNames(network));
    long[][] codes = FeatureEncoder.encode(network, data);
    WireCodec codec = new WireCodec(WireLayout.of(signature(design)));
    BoardAnswers answers =
        new BoardAnswers(
            network,
            WireLayout.of(signature(design)),
            new ReferenceModel(network).results(codes, request.threads()),
            listener);
    List<byte[]> requests = Arrays.stream(codes).map(codec::request).toList();
    progress.stage("classifying on the board", requests.size());
    Duration patience = request.patience().orElse(session.patience().multipliedBy(slowness));
    BoardSession.Report report =
        session.infer(
            requests,
            patience,
            (row, result, attempts) -> {
              answers.add(row, codec.results(result), attempts);
              progress.step(answers.count());
            });
    List<String> notes = new ArrayList<>();
    if (report.coreError()) {
      notes.add("The core reports error_o: a beat too many or too few");
    }
    return new RunResult(
        design.path(),
        requests.size(),
        answers.mismatches(),
        report.seconds(),
        report.line(),
        Predictor.quality(network, data, answers.classes()),
        notes);
  }

  private static Signature signature(DesignFolder design) {
    return SignatureJson.read(
        design.read(DesignFolder.SIGNATURE), design.file(DesignFolder.SIGNATURE).toString());
  }
}
