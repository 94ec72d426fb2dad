package io.hdlgen.sim.testbench;

import io.hdlgen.hdl.emit.VerilogFile;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.RegisterMap;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.sim.check.Vectors;
import io.hdlgen.sim.port.Port;
import io.hdlgen.sim.port.RecordLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes a testbench in Verilog-2001 that holds its vectors, checks every result (class and scores
 * alike) and ends with {@code PASS: 256 vectors} or a line that begins with {@code FAIL}.
 *
 * <p>The file is a generated part (sizes and vectors) and a fixed one.
 */
public final class VerilogTestbench {
  /** The most vectors that a testbench holds; fewer where an inference takes long. */
  public static final int MOST_VECTORS = 256;

  /** Keeps the file to a few megabytes. */
  private static final int MOST_BEATS = 16_384;

  /** Keeps slow simulators to some minutes. */
  private static final int MOST_CYCLES = 500_000;

  private static final int FEWEST_VECTORS = 4;

  private static final String BEAT = "beat";
  private static final String RESULT = "result";

  private final Signature signature;
  private final Vectors vectors;
  private final int count;
  private final long seed;

  private VerilogTestbench(Signature signature, Vectors vectors, long seed) {
    this.signature = signature;
    this.vectors = vectors;
    this.count = Math.min(vectors.count(), affordable(signature));
    this.seed = seed;
  }

  private static int affordable(Signature signature) {
    int most =
        switch (signature.bus()) {
          case STREAM ->
              Math.min(
                  MOST_BEATS / signature.inputBeats(),
                  MOST_CYCLES / signature.initiationInterval().orElse(1));
          case AXI4_LITE ->
              Math.min(
                  MOST_BEATS / signature.inputs().size(), MOST_CYCLES / signature.latencyCycles());
        };
    return Math.max(FEWEST_VECTORS, Math.min(MOST_VECTORS, most));
  }

  /**
   * The testbench {@code <top>_tb.v}, with the first vectors, at most {@link #MOST_VECTORS}.
   *
   * @param header lines of comment at the top
   * @param seed fixes the pauses of a stream or a bus
   */
  public static VerilogFile of(
      Signature signature, Vectors vectors, List<String> header, long seed) {
    VerilogTestbench testbench = new VerilogTestbench(signature, vectors, seed);
    StringBuilder text = new StringBuilder();
    header.forEach(line -> text.append(("// " + line).stripTrailing()).append('\n'));
    switch (signature.architecture()) {
      case UNROLLED, FOLDED -> {
        switch (signature.bus()) {
          case STREAM -> testbench.stream(text);
          case AXI4_LITE -> testbench.registers(text);
        }
      }
      case COMBINATIONAL -> testbench.combinational(text);
    }
    return new VerilogFile(signature.top() + "_tb.v", text.toString());
  }

  private void stream(StringBuilder text) {
    defines(text, signature.inputBits(), signature.outputBits());
    append(text, "`define HDLGEN_TB_BEATS 32'd%d\n", signature.inputBeats());
    append(text, "`define HDLGEN_TB_PAUSE 64'd%d\n", pause());
    append(text, "`define HDLGEN_TB_CYCLES 64'd%d\n", patience());
    append(text, "`define HDLGEN_TB_TOP %s\n", signature.top());
    if (signature.loadable().isPresent()) {
      text.append("`define HDLGEN_TB_LOADABLE\n");
    }
    append(text, "`define HDLGEN_TB_SEED 32'h%08x\n\n", 1 + Math.floorMod(seed, 0xffff_ffffL));
    vectors(
        text,
        vectors,
        signature.inputBeats(),
        new RecordLayout(List.of(new Port("s_axis_tdata", signature.inputBits()))),
        new RecordLayout(List.of(new Port("m_axis_tdata", signature.outputBits()))));
    text.append(resource("stream_tb.v"));
  }

  /** Cycles that fill the design while the receiver takes nothing. */
  private long pause() {
    return 16 + signature.latencyCycles() + 2L * signature.initiationInterval().orElse(1);
  }

  /** Cycles after which the design counts as stuck: many times what it needs with pauses. */
  private long patience() {
    return 1000L * (count + 10L) + 16 * (count + 1) * pause();
  }

  /** Each feature in a word of its own, first one lowest; each word of a result likewise. */
  private void registers(StringBuilder text) {
    RegisterMap map = signature.registers().orElseThrow();
    List<Field> inputs = inWords(signature.inputs(), BEAT);
    List<Field> results = new ArrayList<>();
    List<Integer> offsets = new ArrayList<>();
    for (Field field : signature.outputs()) {
      List<Integer> words = map.offsets(field);
      results.add(placed(field, RESULT, 32 * offsets.size(), 32 * words.size()));
      offsets.addAll(words);
    }
    int inputBits = 32 * inputs.size();
    int resultBits = 32 * offsets.size();
    defines(text, inputBits, resultBits);
    append(text, "`define HDLGEN_TB_TOP %s\n", signature.top());
    append(text, "`define HDLGEN_TB_ADDRESS_BITS %d\n", map.addressBits());
    append(text, "`define HDLGEN_TB_FEATURES %d\n", inputs.size());
    append(text, "`define HDLGEN_TB_FIRST_FEATURE 32'h%08x\n", map.firstFeature());
    append(text, "`define HDLGEN_TB_WORDS %d\n", offsets.size());
    append(text, "`define HDLGEN_TB_CYCLES 64'd%d\n\n", patience(inputs.size() + offsets.size()));
    vectors(
        text,
        vectors.inFields(inputs, results),
        1,
        new RecordLayout(List.of(new Port(BEAT, inputBits))),
        new RecordLayout(List.of(new Port(RESULT, resultBits))));
    List<String> addresses = offsets.stream().map("32'h%08x"::formatted).toList();
    rom(text, "hdlgen_tb_addresses", "address", 32, addresses);
    text.append(resource("register_tb.v"));
  }

  /** Cycles after which registers count as stuck: many times what so many words need. */
  private long patience(int words) {
    return (count + 10L) * (4L * signature.latencyCycles() + 32L * words + 1000);
  }

  private static List<Field> inWords(List<Field> fields, String port) {
    List<Field> placed = new ArrayList<>();
    for (Field field : fields) {
      placed.add(field.at(port, 32 * placed.size()));
    }
    return placed;
  }

  private static Field placed(Field f, String port, int low, int width) {
    return new Field(f.name(), port, low, width, f.encoding(), f.min(), f.max());
  }

  /** Ports side by side in one vector, for the fixed part; a generated module spreads them. */
  private void combinational(StringBuilder text) {
    List<Field> inputs = sideBySide(signature.inputs(), BEAT);
    List<Field> results = sideBySide(signature.outputs(), RESULT);
    int inputBits = bits(inputs);
    int resultBits = bits(results);
    defines(text, inputBits, resultBits);
    text.append('\n');
    append(text, "module hdlgen_tb_dut (\n  input  wire [%d:0] beat,\n", inputBits - 1);
    append(text, "  output wire [%d:0] result\n);\n", resultBits - 1);
    append(text, "  %s dut (\n", signature.top());
    List<String> connections = new ArrayList<>();
    connect(connections, signature.inputs(), inputs);
    connect(connections, signature.outputs(), results);
    text.append(String.join(",\n", connections)).append("\n  );\nendmodule\n\n");
    vectors(
        text,
        vectors.inFields(inputs, results),
        1,
        new RecordLayout(List.of(new Port(BEAT, inputBits))),
        new RecordLayout(List.of(new Port(RESULT, resultBits))));
    text.append(resource("combinational_tb.v"));
  }

  private void defines(StringBuilder text, int inputBits, int resultBits) {
    text.append("`default_nettype none\n");
    append(text, "`define HDLGEN_TB_VECTORS %d\n", count);
    append(text, "`define HDLGEN_TB_INPUT_BITS %d\n", inputBits);
    append(text, "`define HDLGEN_TB_RESULT_BITS %d\n", resultBits);
  }

  private static List<Field> sideBySide(List<Field> fields, String port) {
    List<Field> placed = new ArrayList<>();
    int low = 0;
    for (Field f : fields) {
      placed.add(f.at(port, low));
      low += f.width();
    }
    return placed;
  }

  private static int bits(List<Field> fields) {
    return fields.stream().mapToInt(Field::width).sum();
  }

  private static void connect(List<String> connections, List<Field> ports, List<Field> placed) {
    for (int i = 0; i < ports.size(); i++) {
      Field at = placed.get(i);
      connections.add(
          String.format(
              Locale.ROOT,
              "    .%s(%s[%d:%d])",
              ports.get(i).port(),
              at.port(),
              at.low() + at.width() - 1,
              at.low()));
    }
  }

  private void vectors(
      StringBuilder text,
      Vectors placed,
      int inputBeats,
      RecordLayout inputs,
      RecordLayout results) {
    List<String> beats = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int vector = 0; vector < count; vector++) {
      for (int number = 0; number < inputBeats; number++) {
        byte[] beat = new byte[inputs.size()];
        placed.putInputs(vector, number, inputs, beat, 0);
        beats.add(hex(inputs, beat));
      }
      byte[] result = new byte[results.size()];
      placed.putResults(vector, results, result, 0);
      expected.add(hex(results, result));
    }
    rom(text, "hdlgen_tb_beats", BEAT, inputs.ports().get(0).width(), beats);
    rom(text, "hdlgen_tb_results", RESULT, results.ports().get(0).width(), expected);
  }

  private static String hex(RecordLayout layout, byte[] record) {
    Port port = layout.ports().get(0);
    BigInteger value = layout.value(record, 0, port);
    String digits = value.toString(16);
    return port.width() + "'h" + "0".repeat((port.width() + 3) / 4 - digits.length()) + digits;
  }

  private static void rom(
      StringBuilder text, String module, String output, int width, List<String> values) {
    append(text, "module %s (\n  input  wire [31:0] index,\n", module);
    append(text, "  output reg  [%d:0] %s\n);\n", width - 1, output);
    text.append("  always @(index) begin\n    case (index)\n");
    for (int i = 0; i < values.size(); i++) {
      append(text, "      32'd%d: %s = %s;\n", i, output, values.get(i));
    }
    append(text, "      default: %s = {%d{1'b0}};\n", output, width);
    text.append("    endcase\n  end\nendmodule\n\n");
  }

  private static void append(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }

  private static String resource(String name) {
    String path = "/io/hdlgen/testbenches/" + name;
    try (var from = VerilogTestbench.class.getResourceAsStream(path)) {
      if (from == null) {
        throw new IOException("no resource " + path);
      }
      return new String(from.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
