package io.hdlgen.flow.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.flow.equivalence.CellNetlist.Cell;
import io.hdlgen.flow.equivalence.CellNetlist.Port;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One register {@code a_q} between an input and an output, and what may be made of it. */
class EquivalenceProofTest {
  private static final int CLOCK = 2;
  private static final int X = 3;
  private static final int A = 4;
  private static final int UNDEFINED = -1;
  private static final FlatNetlist VERILOG = flat(A, Map.of("a_q", new int[] {A}), flipFlop(X, A));

  private static Cell flipFlop(int data, int output) {
    return new Cell(
        "ff",
        "$_DFF_P_",
        Map.of(),
        Map.of("C", new int[] {CLOCK}, "D", new int[] {data}, "Q", new int[] {output}));
  }

  private static Cell gate(String type, int a, int b, int output) {
    Map<String, int[]> nets = new LinkedHashMap<>();
    nets.put("A", new int[] {a});
    if (a != b) {
      nets.put("B", new int[] {b});
    }
    nets.put("Y", new int[] {output});
    return new Cell("gate", type, Map.of(), nets);
  }

  private static FlatNetlist flat(int output, Map<String, int[]> names, Cell... cells) {
    return new FlatNetlist(
        new CellNetlist(
            Map.of(
                "clk_i", new Port(true, new int[] {CLOCK}),
                "x_i", new Port(true, new int[] {X}),
                "y_o", new Port(false, new int[] {output})),
            List.of(cells),
            names),
        Map.of());
  }

  /** Without ABC: whoever asks for it fails. */
  private static ProofResult prove(FlatNetlist verilog, FlatNetlist mapped) {
    ModuleBuilder builder = new ModuleBuilder("toy");
    int input = builder.input(Origin.of("x"), Range.of(0, 1), "x_i");
    builder.output(
        Origin.of("y"),
        "y_o",
        builder.register(Origin.of("a"), input, builder.constant(Origin.of("en"), 1)));
    return new EquivalenceProof(
            verilog,
            mapped,
            new Netlist(List.of(builder.build())),
            new Abc("no such program", Path.of("")),
            10,
            1)
        .run();
  }

  @Test
  void theSameIsProven() {
    ProofResult proof = prove(VERILOG, VERILOG);
    assertThat(proof.blocks())
        .isNotEmpty()
        .allMatch(block -> block.method().compareTo(Method.EXHAUSTED) >= 0);
  }

  @Test
  void aWireInPlaceOfARegisterDiffers() {
    ProofResult proof = prove(VERILOG, flat(X, Map.of("a_q", new int[] {X})));
    assertThat(proof.passed()).isFalse();
    assertThat(proof.blocks())
        .anySatisfy(
            block ->
                assertThat(block.counterexample()).contains("x_i = ", "x_i (after the edge) = "));
  }

  @Test
  void anUndefinedBitOfALookupTableIsNotZero() {
    Cell lut =
        new Cell(
            "lut", "LUT1", Map.of("INIT", "x0"), Map.of("I0", new int[] {X}, "F", new int[] {5}));
    ProofResult proof =
        prove(
            flat(A, Map.of("a_q", new int[] {A}), flipFlop(CellNetlist.ZERO, A)),
            flat(A, Map.of("a_q", new int[] {A}), lut, flipFlop(5, A)));
    assertThat(proof.passed()).isFalse();
  }

  @Test
  void anUndefinedWireInPlaceOfARegisterDiffers() {
    ProofResult proof =
        prove(
            flat(A, Map.of("a_q", new int[] {A}), flipFlop(A, A)),
            flat(5, Map.of("a_q", new int[] {5}), gate("$_BUF_", UNDEFINED, UNDEFINED, 5)));
    assertThat(proof.passed()).isFalse();
    assertThat(proof.blocks())
        .anySatisfy(block -> assertThat(block.counterexample()).contains("(after the edge) = "));
  }
}
