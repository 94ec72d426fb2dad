package io.hdlgen.hdl.formal;

import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.emit.VerilogEmitter;
import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

/** A tiny design between streams, with the combinational one of the same network beside it. */
final class StreamDesign {
  private static final CostModel COSTS = new CostModel("test", 0.5, 0.9, 0.8, 0.03);

  /** More inferences than any of these designs holds. */
  private static final int MOST_INSIDE = 12;

  private final HardwareDesign stream;
  private final HardwareDesign combinational;

  private StreamDesign(HardwareDesign stream, HardwareDesign combinational) {
    this.stream = stream;
    this.combinational = combinational;
  }

  /** A folded design of a network with these numbers of inputs, hidden neurons and classes. */
  static StreamDesign folded(int bits, List<Integer> sizes, List<Folding> foldings) {
    IntegerNetwork network = network(bits, sizes);
    HardwareOptions options =
        options("tiny", Architecture.FOLDED, OptionalInt.empty())
            .withFoldings(foldings, Multiplication.AUTO);
    return new StreamDesign(HardwareCompiler.compile(network, options), golden(network));
  }

  static StreamDesign unrolled(int bits, List<Integer> sizes, int stages) {
    IntegerNetwork network = network(bits, sizes);
    HardwareOptions options = options("tiny", Architecture.UNROLLED, OptionalInt.of(stages));
    return new StreamDesign(HardwareCompiler.compile(network, options), golden(network));
  }

  private static HardwareDesign golden(IntegerNetwork network) {
    return HardwareCompiler.compile(
        network, options("golden", Architecture.COMBINATIONAL, OptionalInt.empty()));
  }

  private static HardwareOptions options(
      String top, Architecture architecture, OptionalInt stages) {
    return new HardwareOptions(top, architecture, Outputs.CLASS, 100, stages, COSTS, List.of());
  }

  /** Random weights from -2 to 2, one threshold a hidden neuron, the largest sum wins. */
  private static IntegerNetwork network(int bits, List<Integer> sizes) {
    Random random = new Random(3);
    List<InputFeature> inputs =
        IntStream.range(0, sizes.get(0))
            .mapToObj(
                i ->
                    InputFeature.filling(
                        "x" + i, bits, Encoding.UNSIGNED, 1, 0, Rounding.HALF_EVEN))
            .toList();
    List<DenseLayer> layers = new ArrayList<>();
    for (int l = 1; l < sizes.size(); l++) {
      int outputs = sizes.get(l);
      int width = sizes.get(l - 1);
      List<LongVector> rows =
          IntStream.range(0, outputs).mapToObj(o -> numbers(random, width)).toList();
      Activation activation =
          l == sizes.size() - 1 ? new Activation.Identity() : new Activation.ShiftRelu(0, 1);
      layers.add(
          new DenseLayer(
              "layer" + l, LongMatrix.ofRows(rows, width), numbers(random, outputs), activation));
    }
    int classes = sizes.get(sizes.size() - 1);
    long[] ones = new long[classes];
    Arrays.fill(ones, 1);
    return new IntegerNetwork(
        "tiny",
        inputs,
        layers,
        new Decision.ArgMax(LongVector.of(ones), LongVector.of(new long[classes])),
        IntStream.range(0, classes).mapToObj(k -> "c" + k).toList());
  }

  private static LongVector numbers(Random random, int count) {
    return LongVector.of(IntStream.range(0, count).mapToLong(i -> random.nextInt(5) - 2).toArray());
  }

  Signature signature() {
    return stream.signature();
  }

  /** The checker; while the receiver is ready, nobody waits for longer than the latency. */
  Checker checker() {
    Signature signature = signature();
    return new Checker("stream", signature.top())
        .with("BEATS", signature.inputBeats())
        .with("INPUT_BITS", signature.inputBits())
        .with("RESULT_BITS", signature.outputBits())
        .with("INSIDE", MOST_INSIDE)
        .with("PATIENCE", signature.latencyCycles() + 1)
        .with("OFFERED", signature.latencyCycles() + 1);
  }

  /** The assertions about this design. */
  Proof proof(Path folder) {
    List<VerilogFile> files = new ArrayList<>(stream.files());
    files.addAll(combinational.files());
    List<HdlModule> modules = new ArrayList<>(combinational.netlist().modules());
    modules.add(expected());
    List<VerilogFile> all =
        new VerilogEmitter(List.of(), (layer, neuron) -> List.of()).emit(new Netlist(modules));
    files.add(all.get(all.size() - 1));
    return new Proof(folder, files);
  }

  /** The beats of an inference side by side, the combinational design, the result beat. */
  private HdlModule expected() {
    Signature signature = signature();
    List<HdlModule> modules = combinational.netlist().modules();
    HdlModule golden = modules.get(modules.size() - 1);
    ModuleBuilder builder = new ModuleBuilder("hdlgen_fv_expected");
    int beats =
        builder.input(
            Origin.of("beats"),
            Range.unsigned(signature.inputBeats() * signature.inputBits()),
            "beats_i");
    Map<String, Integer> features = new LinkedHashMap<>();
    for (int i = 0; i < signature.inputs().size(); i++) {
      Field field = signature.inputs().get(i);
      Node.Input port = golden.inputs().get(i);
      int low = field.beat() * signature.inputBits() + field.low();
      features.put(port.name(), builder.slice(Origin.of("feature"), beats, low, port.range()));
    }
    Map<String, Integer> results = builder.instance(Origin.of("golden"), golden, features);
    int result = results.values().iterator().next();
    builder.output(
        Origin.of("result"),
        "result_o",
        builder.concat(Origin.of("beat"), List.of(builder.extend(result, signature.outputBits()))));
    return builder.build();
  }
}
