package io.hdlgen.hdl.folding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PipelineChartTest {
  private static PipelineChart chart(List<Integer> sizes, Folding... foldings) {
    FoldedShape shape = FoldedShape.of(sizes, List.of(foldings));
    CycleModel model = new CycleModel(shape, shape.layers().stream().map(layer -> 6).toList());
    return new PipelineChart(model, QueueSizing.of(model));
  }

  @Test
  void table() {
    PipelineChart chart = chart(List.of(16, 24, 10), new Folding(4, 4), new Folding(1, 8));
    assertThat(chart.table(List.of(8, 2)))
        .isEqualTo(
            """
            layer  inputs x neurons  PE  SIMD  cycles     busy  waits for input  waits for room  queue words x bits
                0           16 x 24   4     4      24   80.0 %                0               6              4 x 32
                1           24 x 10   1     8      30  100.0 %                0               0              6 x 16
            latency 65 cycles, 30 cycles between inferences
            """);
  }

  @Test
  void timelineOfFewCyclesShowsEachOfThem() {
    assertThat(chart(List.of(4, 6, 3), new Folding(2, 2), new Folding(1, 2)).timeline())
        .isEqualTo(
            """
            input    |11....22....33........44.......55...|
            layer 0  |.1111112222223....333334...444445...|
            layer 1  |.........1.1.11111112222222223333333|
            result   |..........................1........2|
            cycles 0 to 35, 1 a column
            digit: the inference worked on, or whose input or result comes; ':' work in less than half of the column
            """);
  }

  @Test
  void timelineOfManyCyclesIsScaled() {
    assertThat(
            chart(List.of(64, 32, 32, 10), new Folding(1, 4), new Folding(1, 2), new Folding(1, 1))
                .timeline())
        .isEqualTo(
            """
            input    |1...............2...............33...............4..........|
            layer 0  |111111111111111112222222222222222333333333333333334444444444|
            layer 1  |.::::::::::::::::1111111111111111222222222222222233333333333|
            layer 2  |................:::::::::::::::::1111111112::::::22222222223|
            result   |..........................................1................2|
            cycles 0 to 1829, 31 a column
            digit: the inference worked on, or whose input or result comes; ':' work in less than half of the column
            """);
  }
}
