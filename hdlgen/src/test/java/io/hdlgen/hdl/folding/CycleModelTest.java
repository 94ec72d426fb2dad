package io.hdlgen.hdl.folding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CycleModelTest {
  private static final int SHAPES = 600;
  private static final int INFERENCES = 7;

  /** All events of a run, in lists by place. */
  private static final class Events implements CycleListener {
    final List<List<Long>> written = new ArrayList<>();
    final List<List<Long>> issued = new ArrayList<>();
    final List<Long> results = new ArrayList<>();

    Events(int layers) {
      for (int queue = 0; queue <= layers; queue++) {
        written.add(new ArrayList<>());
        issued.add(new ArrayList<>());
      }
    }

    @Override
    public void issued(int layer, long inference, long first, long slots) {
      for (long cycle = first; cycle < first + slots; cycle++) {
        issued.get(layer).add(cycle);
      }
    }

    @Override
    public void written(int queue, long word, long cycle) {
      assertThat(word).isEqualTo(written.get(queue).size());
      written.get(queue).add(cycle);
    }

    @Override
    public void result(long inference, long cycle) {
      results.add(cycle);
    }
  }

  /**
   * 2 inputs, 2 neurons, one of each at a time. Beats in cycles 0, 1 and 2; the queue holds 3
   * words, so the fourth waits for the first to be freed in cycle 3, by the third slot. Slots in
   * cycles 1 to 4; the result is written in 7 and leaves in 8. The second inference goes on at
   * once, but its last slot waits until the only place for a result is free.
   */
  @Test
  void oneLayerByHand() {
    FoldedShape shape = FoldedShape.of(List.of(2, 2), List.of(new Folding(1, 1)));
    CycleModel model = new CycleModel(shape, List.of(3));
    Events events = new Events(1);
    model.trace(new QueueDepths(List.of(3), 1), 2, events);
    assertThat(events.written.get(0)).containsExactly(0L, 1L, 2L, 4L);
    assertThat(events.issued.get(0)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 9L);
    assertThat(events.results).containsExactly(8L, 13L);
    assertThat(model.report(new QueueDepths(List.of(3), 1)))
        .isEqualTo(new CycleReport(8, 7, 1, 5, List.of(new LayerCycles(4, 0, 1))));
    assertThat(model.report(new QueueDepths(List.of(3), 2)))
        .isEqualTo(new CycleReport(8, 7, 1, 4, List.of(new LayerCycles(4, 0, 0))));
    assertThat(QueueSizing.of(model)).isEqualTo(new QueueDepths(List.of(2), 2));
  }

  @Test
  void everyCycleIsThatOfTheRulesCycleByCycle() {
    RandomShapes random = new RandomShapes(1);
    for (int k = 0; k < SHAPES; k++) {
      FoldedShape shape = random.shape();
      List<Integer> delays = random.delays(shape);
      QueueDepths depths = random.depths(shape);
      NaivePipeline naive = new NaivePipeline(shape, delays, depths);
      naive.run(INFERENCES);
      Events events = new Events(shape.layers().size());
      new CycleModel(shape, delays).trace(depths, INFERENCES, events);
      for (int l = 0; l < shape.layers().size(); l++) {
        assertThat(events.issued.get(l)).as("%s %s", shape, depths).isEqualTo(naive.issued(l));
      }
      for (int queue = 0; queue <= shape.layers().size(); queue++) {
        assertThat(events.written.get(queue)).isEqualTo(naive.written(queue));
      }
      assertThat(events.results).isEqualTo(naive.results);
    }
  }

  @Test
  void steadyStateIsThatOfTheRulesCycleByCycle() {
    RandomShapes random = new RandomShapes(2);
    int uneven = 0;
    for (int k = 0; k < 150; k++) {
      FoldedShape shape = random.shape();
      List<Integer> delays = random.delays(shape);
      QueueDepths depths = random.depths(shape);
      CycleReport report = new CycleModel(shape, delays).report(depths);
      int settled = 300;
      int period = (int) report.inferences();
      NaivePipeline before = new NaivePipeline(shape, delays, depths);
      before.run(settled);
      NaivePipeline after = new NaivePipeline(shape, delays, depths);
      after.run(settled + period);
      assertThat(report.latency()).isEqualTo(after.results.get(0));
      assertThat(report.latencyFromLastBeat())
          .isEqualTo(after.results.get(0) - after.written(0).get(shape.words(0) - 1));
      assertThat(after.results.get(settled + period - 1) - after.results.get(settled - 1))
          .as("%s %s %s", shape, delays, depths)
          .isEqualTo(report.cycles());
      for (int l = 0; l < shape.layers().size(); l++) {
        LayerCycles cycles = report.layers().get(l);
        assertThat(cycles.busy() + cycles.waitsForInput() + cycles.waitsForRoom())
            .isEqualTo(report.cycles());
        assertThat(cycles.waitsForInput()).isEqualTo(after.inputWaits[l] - before.inputWaits[l]);
        assertThat(cycles.waitsForRoom()).isEqualTo(after.roomWaits[l] - before.roomWaits[l]);
      }
      uneven += report.inferences() > 1 ? 1 : 0;
    }
    assertThat(uneven).isPositive();
  }

  @Test
  void whetherADistanceIsKeptAgreesWithTheSteadyState() {
    RandomShapes random = new RandomShapes(3);
    int kept = 0;
    for (int k = 0; k < 2000; k++) {
      FoldedShape shape = random.shape();
      CycleModel model = new CycleModel(shape, random.delays(shape));
      QueueDepths depths = random.depths(shape);
      CycleReport report = model.report(depths);
      long distance = shape.busiestSlots() + k % 3;
      boolean keeps = model.keeps(depths, distance);
      assertThat(keeps).isEqualTo(report.cycles() <= distance * report.inferences());
      kept += keeps ? 1 : 0;
    }
    assertThat(kept).isBetween(200, 1800);
  }

  @Test
  void queuesInWhichThePipelineWouldStandStillAreRefused() {
    FoldedShape shape = FoldedShape.of(List.of(2, 2), List.of(new Folding(1, 1)));
    CycleModel model = new CycleModel(shape, List.of(3));
    assertThatThrownBy(() -> model.report(new QueueDepths(List.of(1), 1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "input queue of layer 0: found depth 1; expected 2 or more, since every neuron fold"
                + " reads all words");
    assertThatThrownBy(() -> model.report(new QueueDepths(List.of(2), 0)))
        .isInstanceOf(InvalidInputException.class);
  }
}
