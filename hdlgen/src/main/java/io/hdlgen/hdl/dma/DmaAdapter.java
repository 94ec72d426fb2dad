package io.hdlgen.hdl.dma;

import io.hdlgen.hdl.emit.VerilogEmitter;
import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node.Comparison;
import io.hdlgen.hdl.netlist.Node.Register;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.pass.PassOrder;
import io.hdlgen.hdl.verify.NetlistVerifier;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Between a direct memory access and the streams of a design.
 *
 * <p>Words come in at {@code s_axis} and leave as beats at {@code m_beat}; results come in at
 * {@code s_result} and leave as words at {@code m_axis}. {@link DmaWords} says how they lie in
 * memory. A packet is any number of inferences: {@code s_axis_tlast} is high with its last word,
 * and {@code m_axis_tlast} with the last word of its last result, which ends the transfer to
 * memory. After a packet no word is taken until its last result has left.
 *
 * <p>{@code m_beat_tlast} comes from the count, so the design sees no wrong one. {@code error_o}
 * rises, until reset, if a packet ends within an inference (such an end is not taken as one, and
 * its results never end), or a result comes without its {@code tlast}.
 *
 * <p>A beat takes as many cycles as it has words; nothing is lost between beats. {@code
 * s_axis_tready} does not depend on {@code m_axis_tready} within a cycle.
 */
public final class DmaAdapter {
  /** More than any design holds. */
  private static final Range INFERENCES = Range.unsigned(24);

  private final ModuleBuilder builder;
  private final DmaWords words;

  private DmaAdapter(String name, DmaWords words) {
    this.builder = new ModuleBuilder(name);
    this.words = words;
  }

  /** The module alone, as a netlist. */
  public static Netlist of(String name, DmaWords words) {
    HdlModule module = new DmaAdapter(name, words).build();
    Netlist netlist = PassOrder.run(PassOrder.FOLDED, new Netlist(List.of(module)));
    NetlistVerifier.verify(netlist);
    return netlist;
  }

  /**
   * The module in Verilog.
   *
   * @param header lines of comment at the top
   */
  public static VerilogFile verilog(String name, DmaWords words, List<String> header) {
    return new VerilogEmitter(header, (layer, neuron) -> List.of()).emit(of(name, words)).get(0);
  }

  private HdlModule build() {
    int data = builder.input(role("word"), Range.unsigned(words.wordBits()), "s_axis_tdata");
    int valid = builder.input(role("word"), Range.BIT, "s_axis_tvalid");
    int ends = builder.input(role("word"), Range.BIT, "s_axis_tlast");
    int beatReady = builder.input(role("beat"), Range.BIT, "m_beat_tready");
    int result =
        builder.input(role("result"), Range.unsigned(words.resultBits()), "s_result_tdata");
    int resultValid = builder.input(role("result"), Range.BIT, "s_result_tvalid");
    int resultLast = builder.input(role("result"), Range.BIT, "s_result_tlast");
    int outReady = builder.input(role("out"), Range.BIT, "m_axis_tready");

    int closed = builder.feedback(role("closed"), Range.BIT, Register.ALWAYS, BigInteger.ONE);
    int under = builder.feedback(role("under_way"), INFERENCES, Register.ALWAYS, BigInteger.ZERO);

    int full = flag("full");
    int room = or("room", not("empty", full), beatReady);
    int ready = and("ready", room, not("open", closed));
    int take = and("take", valid, ready);
    WordCounter word = new WordCounter(builder, "word_index", words.beatWords());
    WordCounter beat = new WordCounter(builder, "beat_index", words.beats());
    int fills = and("fills", take, word.isLast());
    int complete = and("complete", fills, beat.isLast());
    builder.connect(full, or("full_next", fills, and("held", full, not("left", beatReady))));
    int stored = shiftIn(data, take);
    int beatLast = builder.register(role("beat_last"), beat.isLast(), fills);
    word.advance(take);
    beat.advance(fills);

    int busy = flag("busy");
    WordCounter out = new WordCounter(builder, "out_index", words.resultWords());
    int moves = and("moves", busy, outReady);
    int finishes = and("finishes", moves, out.isLast());
    int resultReady = or("result_ready", not("idle", busy), finishes);
    int loads = and("loads", resultValid, resultReady);
    builder.connect(busy, or("busy_next", loads, and("sends", busy, not("more", finishes))));
    int sent = shiftOut(result, loads, moves);
    out.advance(moves);

    int packetEnds = and("packet_ends", complete, ends);
    int none = builder.compare(role("none"), Comparison.EQUAL, under, number(0));
    builder.connect(
        closed, or("closed_next", packetEnds, and("drains", closed, not("some", none))));
    int more = builder.add(role("under_way_more"), under, complete);
    int fewer = builder.subtract(role("under_way_next"), more, finishes);
    builder.connect(under, builder.slice(role("under_way_next"), fewer, 0, INFERENCES));
    int one = builder.compare(role("one_left"), Comparison.EQUAL, under, number(1));
    int last = and("last", and("closing", closed, one), out.isLast());

    int error = flag("error");
    int torn = and("torn", and("end", take, ends), not("incomplete", complete));
    int unmarked = and("unmarked", loads, not("open_result", resultLast));
    builder.connect(error, or("error_next", error, or("wrong", torn, unmarked)));

    builder.output(role("word"), "s_axis_tready", ready);
    builder.output(role("beat"), "m_beat_tdata", stored);
    builder.output(role("beat"), "m_beat_tvalid", full);
    builder.output(role("beat"), "m_beat_tlast", beatLast);
    builder.output(role("result"), "s_result_tready", resultReady);
    builder.output(role("out"), "m_axis_tdata", sent);
    builder.output(
        role("out"),
        "m_axis_tkeep",
        builder.constant(role("keep"), Range.unsigned(words.wordBits() / Byte.SIZE).max()));
    builder.output(role("out"), "m_axis_tvalid", busy);
    builder.output(role("out"), "m_axis_tlast", last);
    builder.output(role("error"), "error_o", error);
    return builder.build();
  }

  /** The beat: words enter at the top and move down. */
  private int shiftIn(int data, int take) {
    int bits = words.beatWords() * words.wordBits();
    if (words.beatWords() == 1) {
      int used = builder.slice(role("word_bits"), data, 0, Range.unsigned(words.beatBits()));
      return builder.register(role("beat"), used, take);
    }
    int stored = builder.feedback(role("beat"), Range.unsigned(bits), take, null);
    Range rest = Range.unsigned(bits - words.wordBits());
    int lower = builder.slice(role("beat_lower"), stored, words.wordBits(), rest);
    builder.connect(stored, builder.concat(role("beat_next"), List.of(lower, data)), take);
    return builder.slice(role("beat_bits"), stored, 0, Range.unsigned(words.beatBits()));
  }

  /** The word of the result that leaves: the others move down behind it. */
  private int shiftOut(int result, int loads, int moves) {
    int bits = words.resultWords() * words.wordBits();
    List<Integer> parts = new ArrayList<>(List.of(result));
    if (bits > words.resultBits()) {
      parts.add(builder.extend(number(0), bits - words.resultBits()));
    }
    int padded = builder.concat(role("result_words"), parts);
    if (words.resultWords() == 1) {
      return builder.register(role("out"), padded, loads);
    }
    int stored = builder.feedback(role("out"), Range.unsigned(bits), Register.ALWAYS, null);
    Range rest = Range.unsigned(bits - words.wordBits());
    int lower = builder.slice(role("out_lower"), stored, words.wordBits(), rest);
    int next = builder.mux(role("out_next"), loads, padded, lower, Range.unsigned(bits));
    builder.connect(stored, next, or("out_moves", loads, moves));
    return builder.slice(role("out_word"), stored, 0, Range.unsigned(words.wordBits()));
  }

  private int flag(String name) {
    return builder.feedback(role(name), Range.BIT, Register.ALWAYS, BigInteger.ZERO);
  }

  private int number(long value) {
    return builder.constant(role("number"), value);
  }

  private int and(String name, int left, int right) {
    return builder.and(role(name), left, right);
  }

  private int or(String name, int left, int right) {
    return builder.or(role(name), left, right);
  }

  private int not(String name, int operand) {
    return builder.not(role(name), operand);
  }

  private static Origin role(String name) {
    return Origin.of(name);
  }
}
