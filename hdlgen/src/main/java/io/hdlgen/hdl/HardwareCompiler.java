package io.hdlgen.hdl;

import io.hdlgen.hdl.emit.NetworkComments;
import io.hdlgen.hdl.emit.VerilogEmitter;
import io.hdlgen.hdl.folded.Foldable;
import io.hdlgen.hdl.folded.FoldedDesign;
import io.hdlgen.hdl.folded.FoldedLowering;
import io.hdlgen.hdl.folded.FoldedOptions;
import io.hdlgen.hdl.folded.LoadableDesign;
import io.hdlgen.hdl.folding.FoldedShape;
import io.hdlgen.hdl.lower.Datapath;
import io.hdlgen.hdl.metrics.Metrics;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.pass.PassOrder;
import io.hdlgen.hdl.pipeline.Pipeline;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.Fields;
import io.hdlgen.hdl.signature.RegisterMap;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.hdl.top.CombinationalTop;
import io.hdlgen.hdl.top.FeaturePorts;
import io.hdlgen.hdl.top.RegisterTop;
import io.hdlgen.hdl.top.StreamTop;
import io.hdlgen.hdl.verify.NetlistVerifier;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** From an integer network to a design. The same arguments give the same bytes. */
public final class HardwareCompiler {
  private final IntegerNetwork network;
  private final HardwareOptions options;
  private final Datapath datapath;
  private final Netlist combinational;

  private HardwareCompiler(IntegerNetwork network, HardwareOptions options) {
    this.network = network;
    this.options = options;
    this.datapath =
        Datapath.of(
            network, options.top(), FeaturePorts.ofValues(network.inputs()), options.outputs());
    List<HdlModule> modules = new ArrayList<>(datapath.modules());
    modules.add(
        CombinationalTop.of(
            options.top(),
            datapath,
            Fields.inputs(network, FeaturePorts.of(network.inputs())),
            Fields.outputs(network, options.outputs(), false)));
    this.combinational = PassOrder.run(PassOrder.DATAPATH, new Netlist(modules));
  }

  /**
   * Generates a design.
   *
   * @throws ArithmeticException if an accumulator of the network does not fit in 64 bits
   * @throws io.hdlgen.quantizer.error.InvalidInputException if the architecture is folded and the
   *     network is not {@link Foldable}
   */
  public static HardwareDesign compile(IntegerNetwork network, HardwareOptions options) {
    return switch (options.architecture()) {
      case COMBINATIONAL -> new HardwareCompiler(network, options).combinational();
      case UNROLLED -> new HardwareCompiler(network, options).unrolled();
      case FOLDED -> folded(network, options);
    };
  }

  private HardwareDesign combinational() {
    List<Field> inputs = Fields.inputs(network, FeaturePorts.of(network.inputs()));
    List<Field> outputs = Fields.outputs(network, options.outputs(), false);
    Signature signature =
        new Signature(
            options.top(),
            options.architecture(),
            0,
            OptionalInt.empty(),
            Fields.bits(inputs),
            Fields.bits(outputs),
            inputs,
            outputs,
            network.classNames());
    double worstNs = Pipeline.forStages(chain(), options.costModel(), 0).worstNs();
    return design(combinational, signature, worstNs, 0);
  }

  /** The layers and the decision, without the top. */
  private List<HdlModule> chain() {
    return combinational.modules().subList(0, combinational.modules().size() - 1);
  }

  private HardwareDesign unrolled() {
    Pipeline pipeline =
        options.stages().isPresent()
            ? Pipeline.forStages(chain(), options.costModel(), options.stages().getAsInt() - 1)
            : Pipeline.forClock(chain(), options.costModel(), options.clockMhz());
    List<Field> inputs = Fields.inputs(network, null);
    List<Field> outputs = Fields.outputs(network, options.outputs(), true);
    int inputBits = Fields.beatBits(inputs);
    int outputBits = Fields.beatBits(outputs);
    String name = coreName(options);
    HdlModule top = StreamTop.of(name, datapath, pipeline, inputs, inputBits, outputs, outputBits);
    Signature core =
        new Signature(
            name,
            options.architecture(),
            StreamTop.latencyCycles(pipeline),
            OptionalInt.of(1),
            inputBits,
            outputBits,
            inputs,
            outputs,
            network.classNames());
    double periodNs = pipeline.worstNs() + options.costModel().registerNs();
    List<HdlModule> modules = new ArrayList<>(pipeline.modules());
    modules.add(top);
    Signature signature = onBus(network, options, modules, core);
    Netlist netlist = PassOrder.run(PassOrder.DESIGN, new Netlist(modules));
    return design(netlist, signature, pipeline.worstNs(), 1000 / periodNs);
  }

  private static HardwareDesign folded(IntegerNetwork network, HardwareOptions options) {
    Foldable.require(network);
    FoldedOptions foldedOptions =
        new FoldedOptions(
            network,
            coreName(options),
            options.outputs(),
            options.multiplication(),
            options.costModel(),
            options.clockMhz(),
            options
                .loadable()
                .map(
                    declaration ->
                        options.outputs().hasScores()
                            ? declaration.withFixedThreshold()
                            : declaration));
    FoldedShape shape = FoldedShape.of(foldedOptions.sizes(), options.foldings());
    int simd = shape.layers().get(0).simd();
    List<Field> inputs = Fields.groups(network, simd);
    FoldedLowering lowering = new FoldedLowering(foldedOptions, shape);
    List<Field> outputs =
        options.loadable().isPresent()
            ? Fields.outputs(network, options.outputs(), true, lowering.scores())
            : Fields.outputs(network, options.outputs(), true);
    int inputBits = Fields.groupBits(inputs, simd);
    int outputBits = Fields.beatBits(outputs);
    FoldedDesign design = lowering.lower(inputBits, outputs, outputBits);
    Signature core =
        new Signature(
                foldedOptions.top(),
                options.architecture(),
                Math.toIntExact(design.cycles().latency()),
                OptionalInt.of(Math.toIntExact(design.cycles().interval().orElseThrow())),
                inputBits,
                outputBits,
                inputs,
                outputs,
                network.classNames())
            .withBeats(
                shape.layers().get(0).sf(), Math.toIntExact(design.cycles().latencyFromLastBeat()));
    List<HdlModule> modules = new ArrayList<>(design.netlist().modules());
    Signature signature = onBus(network, options, modules, core);
    double periodNs = design.worstNs() + options.costModel().registerNs();
    return design(
        network,
        options,
        PassOrder.run(PassOrder.DESIGN, new Netlist(modules)),
        signature.withLoadable(design.loadable().map(LoadableDesign::signature)),
        design.worstNs(),
        1000 / periodNs,
        Optional.of(design));
  }

  /** Name of the module between streams. */
  private static String coreName(HardwareOptions options) {
    return switch (options.bus()) {
      case STREAM -> options.top();
      case AXI4_LITE -> options.top() + "_core";
    };
  }

  /**
   * The signature of a design on its bus.
   *
   * @param modules the last one is the core; what else the bus needs is added behind it
   * @param core signature of the core
   */
  private static Signature onBus(
      IntegerNetwork network, HardwareOptions options, List<HdlModule> modules, Signature core) {
    return switch (options.bus()) {
      case STREAM -> core;
      case AXI4_LITE -> behindRegisters(network, options, modules, core);
    };
  }

  private static Signature behindRegisters(
      IntegerNetwork network, HardwareOptions options, List<HdlModule> modules, Signature core) {
    List<Field> inputs = RegisterMap.inRegisters(Fields.inputs(network, null), "s_axi_wdata");
    List<Field> outputs = RegisterMap.inRegisters(core.outputs(), "s_axi_rdata");
    modules.add(
        RegisterTop.of(options.top(), modules.get(modules.size() - 1), core, inputs, outputs));
    return new Signature(
            options.top(),
            core.architecture(),
            RegisterTop.latencyCycles(core.latencyCycles()),
            OptionalInt.empty(),
            Fields.bits(inputs),
            Fields.bits(outputs),
            inputs,
            outputs,
            core.classNames())
        .withBus(Bus.AXI4_LITE);
  }

  private HardwareDesign design(
      Netlist netlist, Signature signature, double worstNs, double clockMhz) {
    return design(network, options, netlist, signature, worstNs, clockMhz, Optional.empty());
  }

  private static HardwareDesign design(
      IntegerNetwork network,
      HardwareOptions options,
      Netlist netlist,
      Signature signature,
      double worstNs,
      double clockMhz,
      Optional<FoldedDesign> folded) {
    NetlistVerifier.verify(netlist);
    return new HardwareDesign(
        netlist,
        signature,
        Metrics.of(netlist, worstNs, clockMhz),
        new VerilogEmitter(
                options.header(),
                new NetworkComments(
                    network, folded.map(one -> one.model().shape().layers()).orElse(List.of())))
            .emit(netlist),
        folded);
  }
}
