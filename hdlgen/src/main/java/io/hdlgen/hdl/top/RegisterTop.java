package io.hdlgen.hdl.top;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Node.Register;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.RegisterMap;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.quantizer.network.Encoding;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The top of a core between streams that a processor reaches through registers, over AXI4-Lite.
 *
 * <p>One inference is under way at a time. While its features go into the core, writes wait; after
 * that the features of the next one may be written. A start before the results of the last one are
 * there is refused. All outputs are registers, so no path leads from an input to an output.
 */
public final class RegisterTop {
  /** A write is held, then carried out, then its effect shows: ranks around the core's. */
  private static final int EXTRA_CYCLES = 3;

  private final ModuleBuilder builder;
  private final RegisterMap map;
  private final WritePort write;
  private final ReadPort read;

  private RegisterTop(String name, RegisterMap map) {
    this.builder = new ModuleBuilder(name);
    this.map = map;
    this.write = new WritePort(builder, map.addressBits());
    this.read = new ReadPort(builder, map.addressBits());
  }

  /**
   * Clock edges from the one that takes the start (the later of its address and its data) to the
   * first that sees {@code irq_o} high, or would if it were enabled.
   *
   * @param streamLatency edges from the core's accept to its result
   */
  public static int latencyCycles(int streamLatency) {
    return streamLatency + EXTRA_CYCLES;
  }

  /**
   * The top module.
   *
   * @param module the core
   * @param core its signature
   * @param inputs the features as they lie in registers
   * @param outputs the results as they lie in registers
   */
  public static HdlModule of(
      String name, HdlModule module, Signature core, List<Field> inputs, List<Field> outputs) {
    return new RegisterTop(name, RegisterMap.of(inputs, outputs)).build(module, core, inputs);
  }

  private HdlModule build(HdlModule module, Signature core, List<Field> inputs) {
    int one = builder.constant(role("one"), 1);
    BeatSender sender = new BeatSender(builder, core.inputBeats());
    int sending = sender.sending();
    int busy = flag("busy");
    int commit = builder.and(role("commit"), write.pending, not("not_sending", sending));
    FeatureStore store = new FeatureStore(builder, write, inputs, map.firstFeature() / 4, commit);
    Map<String, Integer> connections = new LinkedHashMap<>();
    connections.put("s_axis_tdata", sender.data(store.beats(core)));
    connections.put("s_axis_tvalid", sending);
    connections.put("s_axis_tlast", sender.last());
    connections.put("m_axis_tready", one);
    Map<String, Integer> stream = builder.instance(role("u_" + module.name()), module, connections);
    int arrives = stream.get("m_axis_tvalid");

    int control = written(RegisterMap.CONTROL);
    int asked = builder.and(role("asked"), control, dataBit(RegisterMap.START_BIT));
    int refused = builder.and(role("refused"), asked, busy);
    int accepted = builder.and(role("accepted"), commit, not("not_refused", refused));
    int start = builder.and(role("start"), accepted, asked);
    sender.finish(start, stream.get("s_axis_tready"));
    int stays = builder.and(role("busy_stays"), busy, not("no_result", arrives));
    builder.connect(busy, builder.or(role("busy_next"), start, stays));

    int set = builder.and(role("set"), accepted, control);
    int enable = flag("irq_enable");
    int enableNext =
        builder.mux(role("enable_next"), set, dataBit(RegisterMap.IRQ_ENABLE_BIT), enable);
    builder.connect(enable, enableNext);
    int done = flag("done");
    int doneNext = doneNext(done, arrives, commit, start);
    builder.connect(done, doneNext);
    int interrupt = flag("irq");
    builder.connect(interrupt, builder.and(role("irq_next"), doneNext, enableNext));

    SortedMap<Integer, Integer> values = new TreeMap<>();
    put(values, RegisterMap.ID, builder.constant(role("id"), RegisterMap.ID_VALUE));
    put(values, RegisterMap.VERSION, builder.constant(role("version"), RegisterMap.VERSION_VALUE));
    int zero = builder.constant(role("zero"), 0);
    put(values, RegisterMap.CONTROL, builder.concat(role("control"), List.of(zero, enable)));
    int ready = not("ready", busy);
    int error = stream.get("error_o");
    put(values, RegisterMap.STATUS, builder.concat(role("status"), List.of(ready, done, error)));
    results(values, stream.get("m_axis_tdata"), arrives, core.outputs());
    read.finish(values);
    write.finish(commit, builder.or(role("b_error_next"), refused, not("writable", writable())));
    builder.output(role("irq"), "irq_o", interrupt);
    return builder.build();
  }

  private int doneNext(int done, int arrives, int commit, int start) {
    int named =
        builder.and(
            role("clear_named"), written(RegisterMap.STATUS), dataBit(RegisterMap.DONE_BIT));
    int clear = builder.and(role("clear"), commit, named);
    int ends = builder.or(role("done_ends"), clear, start);
    int stays = builder.and(role("done_stays"), done, not("done_kept", ends));
    return builder.or(role("done_next"), arrives, stays);
  }

  /** Results stay until those of the next inference arrive. */
  private void results(
      SortedMap<Integer, Integer> values, int beat, int arrives, List<Field> outputs) {
    for (Field field : outputs) {
      Range range =
          field.encoding() == Encoding.SIGNED
              ? Range.signed(field.width())
              : Range.unsigned(field.width());
      int result = builder.slice(role(field.name()), beat, field.low(), range);
      int held = builder.register(role(field.name()), result, arrives);
      List<Integer> offsets = map.offsets(field);
      int wide = builder.extend(held, 32 * offsets.size());
      for (int k = 0; k < offsets.size(); k++) {
        int word = builder.slice(role(field.name()), wide, 32 * k, Range.unsigned(32));
        put(values, offsets.get(k), word);
      }
    }
  }

  private static void put(SortedMap<Integer, Integer> values, int offset, int value) {
    values.put(offset / 4, value);
  }

  /** Whether the held write goes to this register, and to its lowest byte. */
  private int written(int offset) {
    int here = at(Comparison.EQUAL, offset);
    return builder.and(
        role("written"), here, builder.slice(role("strobe"), write.strobes, 0, Range.BIT));
  }

  private int writable() {
    int own =
        builder.or(
            role("own"),
            at(Comparison.EQUAL, RegisterMap.CONTROL),
            at(Comparison.EQUAL, RegisterMap.STATUS));
    int last = map.registers().get(map.registers().size() - 1).offset();
    int feature =
        builder.and(
            role("feature_word"),
            at(Comparison.GREATER_EQUAL, map.firstFeature()),
            at(Comparison.LESS, last + 4));
    return builder.or(role("writable"), own, feature);
  }

  private int at(Comparison comparison, int offset) {
    return builder.compare(
        role("at"), comparison, write.word, builder.constant(role("word"), offset / 4));
  }

  private int dataBit(int bit) {
    return builder.slice(role("data_bit"), write.data, bit, Range.BIT);
  }

  private int not(String name, int operand) {
    return builder.not(role(name), operand);
  }

  private int flag(String name) {
    return builder.feedback(role(name), Range.BIT, Register.ALWAYS, BigInteger.ZERO);
  }

  private static Origin role(String name) {
    return Origin.of(name);
  }
}
