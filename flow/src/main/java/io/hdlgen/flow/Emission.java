package io.hdlgen.flow;

import io.hdlgen.boards.Estimators;
import io.hdlgen.boards.Target;
import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.boards.fpga.Fit;
import io.hdlgen.flow.design.DesignMetricsJson;
import io.hdlgen.flow.design.DesignOptions;
import io.hdlgen.flow.design.SignatureJson;
import io.hdlgen.flow.design.VerificationJson;
import io.hdlgen.flow.folder.DesignDraft;
import io.hdlgen.flow.folder.DesignFolder;
import io.hdlgen.flow.folder.Sha256;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.c.CHeader;
import io.hdlgen.hdl.driver.RegisterHeader;
import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.estimate.Estimate;
import io.hdlgen.hdl.estimate.FpgaEstimate;
import io.hdlgen.hdl.folded.FoldedDesign;
import io.hdlgen.hdl.folding.FoldedLayer;
import io.hdlgen.hdl.load.Declaration;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.hdl.text.NetlistWriter;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.sim.check.CheckResult;
import io.hdlgen.sim.check.Vectors;
import io.hdlgen.sim.testbench.VerilogTestbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes a design folder of a model. */
final class Emission {
  /** Cycles, without pauses, that a check takes unasked. */
  private static final long CHECKED_CYCLES = 1_000_000;

  private static final long CYCLES_A_WRITE = 4;

  private final EmitRequest request;
  private final Progress progress;

  Emission(EmitRequest request, Progress progress) {
    this.request = request;
    this.progress = progress;
  }

  EmitResult run() {
    Target target = TargetCatalogue.builtIn().find(request.hardware().target());
    request.hardware().architecture().check(target);
    Verifier verifier = Verifier.forEmission(request.check().requireVerilator());
    Path folder = request.output().orElse(Path.of(top()));
    DesignDraft.check(folder, request.overwrite());
    if (!request.dryRun()) {
      DesignDraft.checkWritable(folder);
    }
    progress.stage("reading the model", 0);
    DesignSource reader = new DesignSource(request, folder, progress);
    SourceModel source = reader.read();
    DesignOptions options = options(source, target);
    String networkJson = NetworkJson.write(source.network());
    String command = CommandText.of(request, defaultTop());
    VectorMemory.check(source.network(), options.count());
    progress.stage("generating hardware", 0);
    List<String> header = header(command, networkJson, options);
    HardwareDesign design = compile(source.network(), options, target, header);
    List<String> notes = new ArrayList<>(source.notes());
    double estimate = design.metrics().clockMhz();
    if (options.architecture() != Architecture.COMBINATIONAL
        && options.stages().isEmpty()
        && estimate < 0.99 * options.clockMhz()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "The estimate is %.0f MHz, of %.0f MHz asked for: what lies between two registers"
                  + " takes longer, so rates and times are those of the lower clock",
              estimate,
              options.clockMhz()));
    }
    Optional<Estimate> estimated =
        Estimators.of(target).map(estimator -> estimator.estimate(design.netlist()));
    estimated.flatMap(found -> shortage(found, target)).ifPresent(notes::add);
    if (request.dryRun()) {
      return result(source, design, estimated, Optional.empty(), Optional.empty(), notes);
    }
    if (Files.isDirectory(folder.resolve(DesignFolder.SYNTHESIS))) {
      notes.add("What tools have made of the older design, in synth, has gone with it");
    }
    try (DesignDraft draft = DesignDraft.begin(folder, request.overwrite())) {
      draft.write(DesignFolder.NETWORK, networkJson);
      draft.write(DesignFolder.OPTIONS, options.toJson());
      draft.write(DesignFolder.NETLIST, NetlistWriter.write(design.netlist()));
      List<Path> rtl = new ArrayList<>();
      for (VerilogFile file : design.files()) {
        String name = DesignFolder.RTL + "/" + file.name();
        draft.write(name, file.text());
        rtl.add(draft.file(name));
      }
      draft.write(
          DesignFolder.C + "/" + options.top() + ".h",
          CHeader.of(options.top(), source.network(), header));
      draft.write(DesignFolder.SIGNATURE, SignatureJson.write(design.signature()));
      if (design.folded().isPresent()) {
        draft.write(DesignFolder.PIPELINE, design.folded().get().chart());
      }
      draft.write(
          DesignFolder.METRICS,
          DesignMetricsJson.write(design.metrics(), target.name(), estimated));
      progress.stage("computing the reference", 0);
      Vectors vectors =
          Stimulus.vectors(
              new ReferenceModel(source.network()),
              design.signature(),
              Stimulus.codes(source.network(), source.samples(), options.count(), options.seed()),
              request.threads());
      VerilogFile testbench =
          VerilogTestbench.of(design.signature(), vectors, header, options.seed());
      draft.write(DesignFolder.TESTBENCH + "/" + testbench.name(), testbench.text());
      design
          .folded()
          .flatMap(FoldedDesign::loadable)
          .map(loadable -> loadable.image(source.network()))
          .ifPresent(
              image ->
                  LoadImages.files(options.top(), image, header)
                      .forEach(
                          (name, bytes) -> draft.write(DesignFolder.LOAD + "/" + name, bytes)));
      if (design.signature().bus() == Bus.AXI4_LITE) {
        draft.write(
            DesignFolder.C + "/" + RegisterHeader.name(design.signature()),
            RegisterHeader.of(design.signature(), header));
      }
      CheckResult check =
          verifier.check(
              new Verifier.Subject(folder, design.netlist(), design.signature(), rtl, false),
              vectors,
              options.seed(),
              progress);
      notes.addAll(verifier.notes());
      draft.writeReplaceable(DesignFolder.VERIFICATION, VerificationJson.write(check));
      draft.commit(ToolVersion.current(), command, source.inputs());
      reader.done();
      return result(source, design, estimated, Optional.of(folder), Optional.of(check), notes);
    }
  }

  private String top() {
    return request.hardware().top().map(VerilogIdentifier::check).orElseGet(this::defaultTop);
  }

  /** After the model. */
  private String defaultTop() {
    return request
        .model()
        .map(model -> VerilogIdentifier.after(CommandText.baseName(model)))
        .orElse(DigitsExample.NAME);
  }

  private DesignOptions options(SourceModel source, Target target) {
    EmitRequest.Hardware hardware = request.hardware();
    boolean classes = source.network().classes() > 0;
    Outputs outputs = hardware.outputs().orElse(classes ? Outputs.CLASS : Outputs.SCORES);
    if (outputs.hasClass() && !classes) {
      throw new InvalidInputException(
          "--outputs", "class, of a network that gives scores alone", "--outputs scores");
    }
    if (outputs.hasScores() && source.network().scores() == 0) {
      throw new InvalidInputException(
          "--outputs",
          outputs.name().toLowerCase(Locale.ROOT) + ", of a network that gives a class alone",
          "--outputs class");
    }
    if (hardware.bus() == Bus.AXI4_LITE && source.network().hasThermometers()) {
      throw new InvalidInputException(
          "--bus " + hardware.bus(),
          "thermometer features, which have no registers",
          "--bus stream, or --arch combinational");
    }
    if (hardware.architecture().isChosen()) {
      progress.stage("choosing how much is parallel", 0);
    }
    ArchitecturePlan plan =
        ArchitecturePlan.of(hardware, source.network(), top(), outputs, target, clockMhz(target));
    return new DesignOptions(
        top(),
        plan.architecture(),
        outputs,
        hardware.target(),
        clockMhz(target),
        hardware.stages(),
        plan.foldings(),
        hardware.multiplication(),
        request.check().seed(),
        request.check().count().orElseGet(() -> count(plan, hardware.bus(), source)),
        hardware.bus(),
        hardware.loadable());
  }

  /** What is said of a design that is probably too large for its target. */
  private static Optional<String> shortage(Estimate estimate, Target target) {
    return target
        .fpga()
        .flatMap(fpga -> Fit.of((FpgaEstimate) estimate, fpga.capacity()).shortage())
        .map(
            shortage ->
                "The design is probably too large for %s: the estimate is %s"
                    .formatted(target.name(), shortage));
  }

  private double clockMhz(Target target) {
    return request.hardware().clockMhz().orElse(target.clockMhz());
  }

  /** The usual number of vectors, or as many as take a reasonable number of cycles. */
  private static int count(ArchitecturePlan plan, Bus bus, SourceModel source) {
    List<DenseLayer> layers = source.network().layers();
    long slowest = 1;
    long all = 1;
    for (int l = 0; l < plan.foldings().size(); l++) {
      DenseLayer layer = layers.get(l);
      long slots = new FoldedLayer(layer.inputs(), layer.outputs(), plan.foldings().get(l)).slots();
      slowest = Math.max(slowest, slots);
      all += slots;
    }
    long cycles =
        switch (bus) {
          case STREAM -> slowest;
          case AXI4_LITE -> all + CYCLES_A_WRITE * source.network().inputs().size();
        };
    return (int) Math.max(10, Math.min(EmitRequest.Check.DEFAULT_COUNT, CHECKED_CYCLES / cycles));
  }

  private HardwareDesign compile(
      IntegerNetwork network, DesignOptions options, Target target, List<String> header) {
    try {
      HardwareOptions built =
          new HardwareOptions(
              options.top(),
              options.architecture(),
              options.outputs(),
              options.clockMhz(),
              options.stages(),
              options.foldings(),
              options.multiplication(),
              target.costModel(),
              header,
              options.bus());
      return HardwareCompiler.compile(
          network, options.loadable() ? built.withLoadable(Declaration.of(network)) : built);
    } catch (ArithmeticException e) {
      throw new InvalidInputException(
          network.name(), "accumulators beyond 64 bits", "fewer bits for inputs or weights", e);
    }
  }

  private static List<String> header(String command, String networkJson, DesignOptions options) {
    return List.of(
        "Generated by hdlgen " + ToolVersion.current() + ".",
        "Regenerate: " + command,
        "network.json SHA-256 " + Sha256.of(networkJson),
        "options.json SHA-256 " + Sha256.of(options.toJson()));
  }

  private EmitResult result(
      SourceModel source,
      HardwareDesign design,
      Optional<Estimate> estimate,
      Optional<Path> folder,
      Optional<CheckResult> check,
      List<String> notes) {
    return new EmitResult(
        folder,
        source.network(),
        design.signature(),
        design.metrics(),
        design.folded(),
        request.hardware().target(),
        estimate,
        source.accuracy(),
        check,
        notes);
  }
}
