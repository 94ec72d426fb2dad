package io.hdlgen.hdl;

import io.hdlgen.hdl.emit.NetworkComments;
import io.hdlgen.hdl.emit.VerilogEmitter;
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
import java.util.OptionalInt;
import java.util.stream.IntStream;

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
        Datapath.of(network, options.top(), FeaturePorts.of(network.inputs()), options.outputs());
    List<HdlModule> modules = new ArrayList<>(datapath.modules());
    modules.add(
        CombinationalTop.of(
            options.top(),
            datapath,
            Fields.inputs(network, datapath.featurePorts()),
            Fields.outputs(network, options.outputs(), false)));
    this.combinational = PassOrder.run(PassOrder.DATAPATH, new Netlist(modules));
  }

  /**
   * Generates a design.
   *
   * @throws ArithmeticException if an accumulator of the network does not fit in 64 bits
   */
  public static HardwareDesign compile(IntegerNetwork network, HardwareOptions options) {
    HardwareCompiler compiler = new HardwareCompiler(network, options);
    return switch (options.architecture()) {
      case COMBINATIONAL -> compiler.combinational();
      case UNROLLED -> compiler.unrolled();
    };
  }

  private HardwareDesign combinational() {
    List<Field> inputs = Fields.inputs(network, datapath.featurePorts());
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
    String name =
        switch (options.bus()) {
          case STREAM -> options.top();
          case AXI4_LITE -> options.top() + "_core";
        };
    HdlModule top = StreamTop.of(name, datapath, pipeline, inputs, inputBits, outputs, outputBits);
    Signature stream =
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
    Signature signature =
        switch (options.bus()) {
          case STREAM -> stream;
          case AXI4_LITE -> behindRegisters(modules, stream);
        };
    Netlist netlist = PassOrder.run(PassOrder.DESIGN, new Netlist(modules));
    return design(netlist, signature, pipeline.worstNs(), 1000 / periodNs);
  }

  /** Adds the registers of a processor's bus around the last module, the core of this signature. */
  private Signature behindRegisters(List<HdlModule> modules, Signature core) {
    List<Field> inputs = RegisterMap.inRegisters(core.inputs(), "s_axi_wdata");
    List<Field> outputs = RegisterMap.inRegisters(core.outputs(), "s_axi_rdata");
    modules.add(
        RegisterTop.of(
            options.top(),
            modules.get(modules.size() - 1),
            RegisterMap.of(inputs, outputs),
            core.inputs(),
            List.of(IntStream.range(0, inputs.size()).boxed().toList()),
            core.inputBits(),
            core.outputs()));
    return new Signature(
        options.top(),
        core.architecture(),
        RegisterTop.latencyCycles(core.latencyCycles()),
        OptionalInt.empty(),
        Fields.bits(inputs),
        Fields.bits(outputs),
        inputs,
        outputs,
        core.classNames(),
        Bus.AXI4_LITE);
  }

  private HardwareDesign design(
      Netlist netlist, Signature signature, double worstNs, double clockMhz) {
    NetlistVerifier.verify(netlist);
    return new HardwareDesign(
        netlist,
        signature,
        Metrics.of(netlist, worstNs, clockMhz),
        new VerilogEmitter(options.header(), new NetworkComments(network)).emit(netlist));
  }
}
