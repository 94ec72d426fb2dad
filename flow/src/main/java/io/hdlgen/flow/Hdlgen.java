package io.hdlgen.flow;

import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.flow.doctor.Diagnosis;
import io.hdlgen.flow.doctor.Doctor;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.flow.synth.PrintedOptions;
import io.hdlgen.flow.synth.SynthRequest;
import io.hdlgen.flow.synth.SynthResult;
import io.hdlgen.flow.synth.Synthesis;
import java.nio.file.Path;
import java.util.Optional;

/** The commands of hdlgen, one method each. */
public final class Hdlgen {
  private Hdlgen() {}

  /**
   * Trains a network and writes it to a file. The same request gives the same bytes, whatever the
   * number of threads, and whether or not it was killed and resumed.
   *
   * @throws io.hdlgen.quantizer.error.InvalidInputException if data or options are wrong
   * @throws io.hdlgen.flow.folder.OutputException if the file cannot be written
   */
  public static TrainResult train(TrainRequest request, Progress progress) {
    return new Training(request, progress).run();
  }

  /**
   * Makes an integer network of a float model without training, and writes it to a file.
   *
   * @throws io.hdlgen.quantizer.error.InvalidInputException if model, data or options are wrong
   * @throws io.hdlgen.flow.folder.OutputException if the file cannot be written
   */
  public static QuantizeResult quantize(QuantizeRequest request, Progress progress) {
    return PostTraining.quantize(request, progress);
  }

  /**
   * Turns a model into a design folder, and checks it: reference = Java simulation and, where
   * Verilator is present, = the Verilog itself.
   *
   * @throws io.hdlgen.quantizer.error.InvalidInputException if model, data or options are wrong
   * @throws io.hdlgen.flow.folder.OutputException if the folder cannot be written; then there is
   *     none, or the older one
   * @throws io.hdlgen.sim.tool.ToolException if a tool that is needed is missing or fails
   */
  public static EmitResult emit(EmitRequest request, Progress progress) {
    return new Emission(request, progress).run();
  }

  /**
   * Checks the files of a design folder: reference = Java simulation = Verilog. Replaces its {@code
   * verification.json}.
   *
   * @throws io.hdlgen.quantizer.error.InvalidInputException if folder or data are wrong
   * @throws io.hdlgen.flow.folder.OutputException if {@code verification.json} cannot be written
   * @throws io.hdlgen.sim.tool.ToolException if Verilator is missing or fails
   */
  public static VerifyResult verify(VerifyRequest request, Progress progress) {
    return Verification.verify(request, progress);
  }

  /**
   * Takes a design through the tools of a target: synthesis and, where open tools can, placement
   * and a bitstream. Replaces the design's folder of that target.
   *
   * @throws io.hdlgen.quantizer.error.InvalidInputException if folder or target are wrong
   * @throws io.hdlgen.flow.folder.OutputException if the results cannot be written
   * @throws io.hdlgen.sim.tool.ToolException if a tool is missing or fails; the results of an
   *     earlier run are then still there
   */
  public static SynthResult synth(SynthRequest request, Progress progress) {
    PrintedOptions printed = request.printed();
    SynthRequest whole =
        request.withPrinted(
            new PrintedOptions(
                printed.liberty(),
                printed.objective(),
                Optional.of(printed.rows().orElse(new SynthesisRows(Optional.empty())))));
    return new Synthesis(whole, ToolVersion.current(), progress).run();
  }

  /**
   * Runs the reference model over a table.
   *
   * @throws io.hdlgen.quantizer.error.InvalidInputException if network or table are wrong
   */
  public static PredictResult predict(PredictRequest request) {
    return Predictor.predict(request);
  }

  /**
   * Has a board classify a table over a serial line, and compares with the reference. Nothing that
   * a disturbed line does changes an answer: what is lost is sent again.
   *
   * @param listener hears of each row
   * @throws io.hdlgen.quantizer.error.InvalidInputException if there is no such port, the board
   *     holds another design, or design or table are wrong
   * @throws io.hdlgen.sim.tool.ToolException if the port is in use, the board is silent, or, for a
   *     simulated one, Verilator is missing or fails
   */
  public static RunResult run(RunRequest request, Progress progress, BoardRow.Listener listener) {
    return new BoardRun(request, progress, listener).run();
  }

  /**
   * Writes a network as QONNX.
   *
   * @throws io.hdlgen.quantizer.error.InvalidInputException if the network is wrong, or has numbers
   *     that QONNX cannot hold
   * @throws io.hdlgen.flow.folder.OutputException if the file cannot be written
   */
  public static ExportResult export(ExportRequest request) {
    return Exporter.export(request);
  }

  /**
   * Writes what loads another network into a loadable design.
   *
   * @param design what {@link #emit} wrote
   * @param network a {@code network.json} of the same shape
   * @param folder gets the files
   * @throws io.hdlgen.quantizer.error.InvalidInputException if the design cannot be loaded, or the
   *     network does not fit
   * @throws io.hdlgen.flow.folder.OutputException if a file cannot be written
   */
  public static LoadImageResult loadImage(Path design, Path network, Path folder) {
    return LoadImages.write(design, network, folder);
  }

  /** What a design can be made for. */
  public static TargetList targets() {
    return new TargetList(TargetCatalogue.builtIn().targets());
  }

  /** Which external tools this machine has. */
  public static Diagnosis doctor() {
    return Doctor.ofEnvironment().examine(ToolVersion.current());
  }
}
