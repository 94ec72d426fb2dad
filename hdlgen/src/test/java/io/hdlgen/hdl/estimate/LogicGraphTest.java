package io.hdlgen.hdl.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogicGraphTest {
  private final LogicGraph graph = new LogicGraph();
  private final int a = graph.source();
  private final int b = graph.source();
  private final int c = graph.source();

  @Test
  void folds_constants() {
    assertThat(graph.and(a, LogicGraph.FALSE)).isEqualTo(LogicGraph.FALSE);
    assertThat(graph.and(LogicGraph.TRUE, a)).isEqualTo(a);
    assertThat(graph.and(a, LogicGraph.not(a))).isEqualTo(LogicGraph.FALSE);
    assertThat(graph.xor(a, LogicGraph.TRUE)).isEqualTo(LogicGraph.not(a));
    assertThat(graph.xor(a, a)).isEqualTo(LogicGraph.FALSE);
    assertThat(graph.mux(c, a, a)).isEqualTo(a);
    assertThat(graph.size()).isEqualTo(4);
  }

  @Test
  void has_no_gate_twice() {
    int gate = graph.xor(a, b);
    assertThat(graph.xor(b, a)).isEqualTo(gate);
    assertThat(graph.xor(LogicGraph.not(a), b)).isEqualTo(LogicGraph.not(gate));
    assertThat(graph.and(b, a)).isEqualTo(graph.and(a, b));
    assertThat(graph.mux(a, b, LogicGraph.not(b))).isEqualTo(LogicGraph.not(gate));
  }

  /** More gates than the table has places at first. */
  @Test
  void computes_what_it_is_asked_for() {
    Random random = new Random(1);
    List<Integer> literals = new ArrayList<>(List.of(a, b, c));
    List<Integer> tables = new ArrayList<>(List.of(0b10101010, 0b11001100, 0b11110000));
    for (int i = 0; i < 20_000; i++) {
      int x = random.nextInt(literals.size());
      int y = random.nextInt(literals.size());
      int z = random.nextInt(literals.size());
      int p = tables.get(x);
      int q = tables.get(y);
      int r = tables.get(z);
      switch (random.nextInt(5)) {
        case 0 -> add(literals, tables, graph.and(literals.get(x), literals.get(y)), p & q);
        case 1 -> add(literals, tables, graph.or(literals.get(x), literals.get(y)), p | q);
        case 2 -> add(literals, tables, graph.xor(literals.get(x), literals.get(y)), p ^ q);
        case 3 ->
            add(
                literals,
                tables,
                graph.mux(literals.get(x), literals.get(y), literals.get(z)),
                p & q | ~p & r);
        default ->
            add(
                literals,
                tables,
                graph.majority(literals.get(x), literals.get(y), literals.get(z)),
                p & q | p & r | q & r);
      }
      // New sources make new gates.
      if (i % 10 == 0) {
        graph.and(graph.source(), literals.get(x));
      }
    }
    for (int inputs = 0; inputs < 8; inputs++) {
      GraphValues values = new GraphValues(graph, inputs);
      for (int i = 0; i < literals.size(); i++) {
        assertThat(values.of(literals.get(i))).isEqualTo((tables.get(i) >> inputs & 1) != 0);
      }
    }
  }

  private static void add(List<Integer> literals, List<Integer> tables, int literal, int table) {
    literals.add(literal);
    tables.add(table & 0xff);
  }
}
