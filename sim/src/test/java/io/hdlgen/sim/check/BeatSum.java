package io.hdlgen.sim.check;

import io.hdlgen.hdl.emit.VerilogEmitter;
import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Node.Register;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.Fields;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.hdl.verify.NetlistVerifier;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/**
 * A small design made by hand that takes three beats of two lanes: it sums the codes of five
 * features (0 and 1 for a bipolar one), and its class is whether the sum is at least 6.
 */
public final class BeatSum {
  private static final int BEATS = 3;
  private static final int LANES = 2;
  private static final int THRESHOLD = 6;
  private static final Range SUM = Range.signed(7);

  /** What can be wrong with it. */
  public enum Fault {
    DROPPED_BEAT,
    OFF_BY_ONE,
    VALID_FALLS,
    DATA_CHANGE,
    NO_ERROR_ON_EARLY_LAST,
    NO_ERROR_ON_MISSING_LAST,
    ERROR_FALLS,
    ERROR_WITHOUT_CAUSE,
    TLAST_GOVERNS,
    COUNT_OUTLIVES_RESET,
    LAST_WITHOUT_VALID
  }

  private final ModuleBuilder builder = new ModuleBuilder("beat_sum");
  private final int rest;
  private final Set<Fault> faults;

  private BeatSum(int rest, Set<Fault> faults) {
    this.rest = rest;
    this.faults = faults;
  }

  /**
   * The design.
   *
   * @param rest cycles without a beat after the last one of an inference, at most 65,535
   */
  public static Netlist netlist(int rest) {
    return netlist(rest, EnumSet.noneOf(Fault.class));
  }

  public static Netlist netlist(int rest, Set<Fault> faults) {
    Netlist netlist = new BeatSum(rest, faults).build();
    NetlistVerifier.verify(netlist);
    return netlist;
  }

  public static List<VerilogFile> verilog(Netlist netlist) {
    return new VerilogEmitter(List.of("Sum"), (layer, neuron) -> List.of()).emit(netlist);
  }

  public static Signature signature(int rest) {
    return signature(4, 2, BEATS + rest);
  }

  static Signature signature(int latency, int latencyFromLast, int interval) {
    List<Field> inputs = Fields.groups(network(), LANES);
    return new Signature(
            "beat_sum",
            Architecture.FOLDED,
            latency,
            OptionalInt.of(interval),
            Fields.groupBits(inputs, LANES),
            8,
            inputs,
            List.of(
                new Field("class", Fields.OUT_DATA, 0, 1, Encoding.UNSIGNED, 0, 1),
                new Field("score_0", Fields.OUT_DATA, 1, 7, Encoding.SIGNED, -64, 63)),
            List.of("no", "yes"))
        .withBeats(Fields.beats(inputs.size(), LANES), latencyFromLast);
  }

  private static IntegerNetwork network() {
    List<InputFeature> inputs =
        List.of(
            feature("a", 3, Encoding.UNSIGNED),
            feature("b", 4, Encoding.SIGNED),
            feature("c", 3, Encoding.UNSIGNED),
            feature("d", 1, Encoding.BIPOLAR),
            feature("e", 3, Encoding.SIGNED));
    DenseLayer sum =
        new DenseLayer(
            "sum",
            LongMatrix.of(new long[][] {{1, 1, 1, 1, 1}}),
            LongVector.of(0),
            new Activation.Identity());
    return new IntegerNetwork(
        "sum",
        inputs,
        List.of(sum),
        new Decision.Scores(LongVector.of(1), LongVector.of(0)),
        List.of());
  }

  private static InputFeature feature(String name, int bits, Encoding encoding) {
    return InputFeature.filling(name, bits, encoding, 1, 0, Rounding.HALF_EVEN);
  }

  /** Random vectors. */
  public static Vectors vectors(Signature signature, int count) {
    Random random = new Random(count);
    long[][] codes = new long[count][];
    int[] classes = new int[count];
    long[][] scores = new long[count][1];
    for (int v = 0; v < count; v++) {
      codes[v] =
          network().inputs().stream()
              .mapToLong(f -> f.min() + random.nextInt((int) (f.max() - f.min() + 1)))
              .toArray();
      codes[v][3] = random.nextBoolean() ? 1 : -1;
      scores[v][0] = Arrays.stream(codes[v]).sum() + (codes[v][3] == 1 ? 0 : 1);
      classes[v] = scores[v][0] >= THRESHOLD ? 1 : 0;
    }
    return new Vectors(signature, codes, classes, scores);
  }

  private boolean has(Fault fault) {
    return faults.contains(fault);
  }

  private Netlist build() {
    int data = builder.input(Origin.of("in"), Range.unsigned(8), "s_axis_tdata");
    int inValid = builder.input(Origin.of("in"), Range.BIT, "s_axis_tvalid");
    int inLast = builder.input(Origin.of("in"), Range.BIT, "s_axis_tlast");
    int outReady = builder.input(Origin.of("out"), Range.BIT, "m_axis_tready");
    int move = flag("move");
    int busy = register("busy", rests(), Register.ALWAYS, BigInteger.ZERO);
    int idle = equal(busy, 0);
    int ready = builder.and(Origin.of("ready"), move, idle);
    int accepted = builder.and(Origin.of("accepted"), inValid, ready);

    BigInteger reset = has(Fault.COUNT_OUTLIVES_RESET) ? null : BigInteger.ZERO;
    int count = register("count", Range.unsigned(2), accepted, reset);
    int first = equal(count, 0);
    int last = equal(count, BEATS - 1);
    int ends = has(Fault.TLAST_GOVERNS) ? inLast : last;
    int one = builder.constant(Origin.of("one"), 1);
    int zero = builder.constant(Origin.of("zero"), 0);
    int next = builder.add(Origin.of("next"), count, one, Range.unsigned(2));
    builder.connect(count, builder.mux(Origin.of("wrap"), ends, zero, next));
    int done = builder.and(Origin.of("done"), accepted, ends);
    int lower = builder.mux(Origin.of("less"), idle, busy, lower(busy, one));
    int pause = builder.constant(Origin.of("rest"), rest);
    int busyNext = builder.mux(Origin.of("busy_next"), done, pause, lower);
    builder.connect(busy, builder.known(busyNext, rests()));

    int sum = register("sum", SUM, accepted, null);
    int before = builder.mux(Origin.of("before"), first, zero, sum);
    for (int lane = 0; lane < LANES; lane++) {
      int code = builder.slice(Origin.of("lane"), data, 4 * lane, Range.signed(4));
      before = builder.add(Origin.of("plus"), before, code, SUM);
    }
    builder.connect(sum, before);
    int valid = builder.feedback(Origin.of("valid"), Range.BIT, move, BigInteger.ZERO);
    builder.connect(valid, done);
    int outValid = stream(move, valid, result(sum, one), outReady);

    int differs = builder.append(wrong(inLast, last));
    int checked = has(Fault.LAST_WITHOUT_VALID) ? ready : accepted;
    int wrong = builder.and(Origin.of("wrong"), checked, differs);
    int error = flag("error");
    int sticky = builder.or(Origin.of("sticky"), error, wrong);
    builder.connect(error, has(Fault.ERROR_FALLS) ? wrong : sticky);
    boolean wild = has(Fault.ERROR_WITHOUT_CAUSE);
    builder.output(
        Origin.of("error"), "error_o", wild ? builder.or(Origin.of("or"), error, valid) : error);
    boolean drops = has(Fault.DROPPED_BEAT);
    builder.output(
        Origin.of("in"),
        "s_axis_tready",
        drops ? builder.or(Origin.of("or"), ready, outValid) : ready);
    return new Netlist(List.of(builder.build()));
  }

  private static Range rests() {
    return Range.unsigned(16);
  }

  private int lower(int busy, int one) {
    return builder.subtract(Origin.of("lower"), busy, one, rests());
  }

  private Node wrong(int inLast, int last) {
    Origin origin = Origin.of("differs");
    if (has(Fault.NO_ERROR_ON_EARLY_LAST)) {
      int missing = builder.not(Origin.of("open"), inLast);
      return new Node.And(origin, Range.BIT, missing, last);
    }
    if (has(Fault.NO_ERROR_ON_MISSING_LAST)) {
      int early = builder.not(Origin.of("early"), last);
      return new Node.And(origin, Range.BIT, inLast, early);
    }
    return new Node.Xor(origin, Range.BIT, inLast, last);
  }

  private int result(int sum, int one) {
    int shown = sum;
    if (has(Fault.OFF_BY_ONE)) {
      int negative =
          builder.compare(
              Origin.of("small"), Comparison.LESS, sum, builder.constant(Origin.of("low"), -3));
      shown =
          builder.mux(
              Origin.of("shown"),
              negative,
              builder.add(Origin.of("plus"), sum, one, SUM),
              sum,
              SUM);
    }
    int threshold = builder.constant(Origin.of("threshold"), THRESHOLD);
    int yes = builder.compare(Origin.of("yes"), Comparison.GREATER_EQUAL, shown, threshold);
    return builder.concat(Origin.of("result"), List.of(yes, shown));
  }

  /** An output register, and a second one for the result that comes while it is held; its valid. */
  private int stream(int move, int valid, int result, int outReady) {
    int arrives = builder.and(Origin.of("arrives"), valid, move);
    int outValid = flag("out_valid");
    int skidValid = flag("skid_valid");
    int free = builder.or(Origin.of("free"), builder.not(Origin.of("none"), outValid), outReady);
    int some = builder.or(Origin.of("some"), skidValid, arrives);
    int held = builder.not(Origin.of("held"), free);
    int keep = builder.and(Origin.of("keep"), held, some);
    builder.connect(skidValid, keep);
    builder.connect(move, builder.not(Origin.of("room"), keep));
    builder.connect(
        outValid, has(Fault.VALID_FALLS) ? some : builder.or(Origin.of("out_next"), held, some));
    int skid = builder.register(Origin.of("skid"), result, move);
    int oldest = builder.mux(Origin.of("oldest"), skidValid, skid, result);
    int enable = has(Fault.DATA_CHANGE) ? Register.ALWAYS : free;
    builder.output(
        Origin.of("out"), "m_axis_tdata", builder.register(Origin.of("out"), oldest, enable));
    builder.output(Origin.of("out"), "m_axis_tvalid", outValid);
    builder.output(Origin.of("out"), "m_axis_tlast", builder.constant(Origin.of("last"), 1));
    return outValid;
  }

  private int flag(String role) {
    return register(role, Range.BIT, Register.ALWAYS, BigInteger.ZERO);
  }

  private int register(String role, Range range, int enable, BigInteger reset) {
    return builder.feedback(Origin.of(role), range, enable, reset);
  }

  private int equal(int node, int value) {
    int constant = builder.constant(Origin.of("k"), value);
    return builder.compare(Origin.of("is"), Comparison.EQUAL, node, constant);
  }

  /** Writes the Verilog to files. */
  public static List<Path> write(Netlist netlist, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    for (VerilogFile file : verilog(netlist)) {
      files.add(Files.writeString(folder.resolve(file.name()), file.text()));
    }
    return files;
  }
}
