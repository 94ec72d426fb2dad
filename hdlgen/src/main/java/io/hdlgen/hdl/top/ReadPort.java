package io.hdlgen.hdl.top;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Register;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The two channels of AXI4-Lite that read. One read is under way at a time; {@code arready}, {@code
 * rvalid}, {@code rdata} and {@code rresp} are registers.
 */
final class ReadPort {
  private final ModuleBuilder builder;
  private final int wordBits;
  private final int addressValid;
  private final int dataReady;
  private final int addressReady;
  private final int reading;
  private final int dataValid;
  private final int word;

  ReadPort(ModuleBuilder builder, int addressBits) {
    this.builder = builder;
    this.wordBits = addressBits - 2;
    int address = builder.input(role("ar"), Range.unsigned(addressBits), "s_axi_araddr");
    builder.input(role("ar"), Range.unsigned(3), "s_axi_arprot");
    addressValid = builder.input(role("ar"), Range.BIT, "s_axi_arvalid");
    dataReady = builder.input(role("r"), Range.BIT, "s_axi_rready");
    addressReady = flag("ar_ready");
    reading = flag("reading");
    dataValid = flag("r_valid");
    int place = builder.slice(role("ar"), address, 2, Range.unsigned(wordBits));
    word = builder.register(role("read_word"), place, addressReady);
  }

  /**
   * Connects the registers that can be read.
   *
   * @param values by word, up to 32 bits unsigned
   */
  void finish(SortedMap<Integer, Integer> values) {
    int zero = builder.constant(role("nothing"), 0);
    int one = builder.constant(role("something"), 1);
    SortedMap<Integer, Integer> present = new TreeMap<>(values);
    present.replaceAll((place, value) -> one);
    int value = choose(values, zero, 0, wordBits);
    int missing = builder.not(role("missing"), choose(present, zero, 0, wordBits));
    int data = builder.register(role("read_data"), builder.extend(value, 32), reading);
    int error = builder.register(role("read_error"), missing, reading);

    int taken = builder.and(role("ar_taken"), addressValid, addressReady);
    int waits = builder.and(role("r_waits"), dataValid, builder.not(role("r_not"), dataReady));
    int next = builder.or(role("r_next"), reading, waits);
    builder.connect(reading, taken);
    builder.connect(dataValid, next);
    builder.connect(
        addressReady, builder.not(role("ar_free"), builder.or(role("ar_next"), taken, next)));
    builder.output(role("ar"), "s_axi_arready", addressReady);
    builder.output(role("r"), "s_axi_rdata", data);
    builder.output(role("r"), "s_axi_rresp", WritePort.response(builder, error));
    builder.output(role("r"), "s_axi_rvalid", dataValid);
  }

  /** A tree of choices by the bits of the word, over {@code 2^bits} words from {@code first}. */
  private int choose(SortedMap<Integer, Integer> values, int nothing, int first, int bits) {
    int size = 1 << bits;
    SortedMap<Integer, Integer> inside = values.subMap(first, first + size);
    Set<Integer> different = new HashSet<>(inside.values());
    if (inside.size() < size) {
      different.add(nothing);
    }
    if (different.size() == 1) {
      return different.iterator().next();
    }
    int half = bits - 1;
    int low = choose(values, nothing, first, half);
    int high = choose(values, nothing, first + (1 << half), half);
    int bit = builder.slice(role("select"), word, half, Range.BIT);
    return builder.mux(role("choice"), bit, high, low);
  }

  private int flag(String name) {
    return builder.feedback(role(name), Range.BIT, Register.ALWAYS, BigInteger.ZERO);
  }

  private static Origin role(String name) {
    return Origin.of(name);
  }
}
