package io.hdlgen.hdl.folding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueueSizingTest {
  @Test
  void depthsSufficeAndNoneCanShrink() {
    RandomShapes random = new RandomShapes(4);
    for (int k = 0; k < 300; k++) {
      FoldedShape shape = random.shape();
      CycleModel model = new CycleModel(shape, random.delays(shape));
      QueueDepths depths = QueueSizing.of(model);
      long latency = model.report(shape.inferencesDeep(40)).latency();
      assertThat(costsNothing(model, depths, latency)).as("%s %s", shape, depths).isTrue();
      for (int queue = 0; queue < depths.count(); queue++) {
        int least = queue < shape.layers().size() ? shape.leastDepth(queue) : 1;
        if (depths.get(queue) > least) {
          assertThat(costsNothing(model, depths.with(queue, depths.get(queue) - 1), latency))
              .as("%s %s queue %s", shape, depths, queue)
              .isFalse();
        }
      }
    }
  }

  private static boolean costsNothing(CycleModel model, QueueDepths depths, long latency) {
    CycleReport report = model.report(depths);
    return report.latency() == latency
        && report.interval().isPresent()
        && report.interval().getAsLong() == model.shape().busiestSlots();
  }

  /** A million cycles an inference. */
  @Test
  void fullyFoldedNetworkTakesLittleTime() {
    Folding one = new Folding(1, 1);
    FoldedShape shape = FoldedShape.of(List.of(784, 1024, 1024, 10), List.of(one, one, one));
    CycleModel model = new CycleModel(shape, List.of(9, 9, 9));
    long start = System.nanoTime();
    QueueDepths depths = QueueSizing.of(model);
    assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
    assertThat(model.report(depths).interval()).hasValue(1_048_576);
    assertThat(depths).isEqualTo(new QueueDepths(List.of(784, 2045, 1032), 1));
  }
}
