package io.hdlgen.hdl.folding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class FoldingSearchTest {
  private static final LayerDelay DELAY = (layer, folded) -> 5 + folded.simd() / 8;

  private static LutEstimate estimate(int layers) {
    List<LayerFormat> formats = new ArrayList<>();
    for (int l = 0; l < layers; l++) {
      int thresholds = l == layers - 1 ? 0 : 3;
      formats.add(new LayerFormat(l == 0 ? 8 : 2, 2, 16, thresholds, thresholds, false));
    }
    return new LutEstimate(formats);
  }

  /** Any cost at all, so that the cheapest is not where one would look for it. */
  private static LayerCost arbitrary(int seed) {
    return new LayerCost() {
      @Override
      public long layerLuts(int layer, FoldedLayer folded) {
        return random(layer, folded.pe(), folded.simd());
      }

      @Override
      public long queueLuts(int layer, int inputs, int wordElements) {
        return random(layer, inputs, -wordElements);
      }

      private long random(int a, int b, int c) {
        return new SplittableRandom(((seed * 31L + a) * 1009 + b) * 1009 + c).nextLong(1000);
      }
    };
  }

  private static long luts(FoldedShape shape, LayerCost cost) {
    long luts = 0;
    for (int l = 0; l < shape.layers().size(); l++) {
      FoldedLayer layer = shape.layers().get(l);
      luts += cost.layerLuts(l, layer);
      luts += cost.queueLuts(l, layer.inputs(), shape.wordElements(l));
    }
    return luts;
  }

  /** All shapes of the candidate foldings. */
  private static List<FoldedShape> all(List<Integer> sizes) {
    List<List<Folding>> found = List.of(List.of());
    for (int l = 0; l < sizes.size() - 1; l++) {
      List<List<Folding>> longer = new ArrayList<>();
      for (List<Folding> head : found) {
        for (int simd : FoldingTable.candidates(sizes.get(l))) {
          if (l > 0 && !FoldedShape.divide(head.get(l - 1).pe(), simd)) {
            continue;
          }
          for (int pe : FoldingTable.candidates(sizes.get(l + 1))) {
            List<Folding> next = new ArrayList<>(head);
            next.add(new Folding(pe, simd));
            longer.add(next);
          }
        }
      }
      found = longer;
    }
    return found.stream().map(foldings -> FoldedShape.of(sizes, foldings)).toList();
  }

  @Test
  void candidatesAreTheSmallestGroupOfEachNumberOfFolds() {
    assertThat(FoldingTable.candidates(10)).containsExactly(1, 2, 3, 4, 5, 10);
    assertThat(FoldingTable.candidates(1)).containsExactly(1);
    assertThat(FoldingTable.candidates(7)).containsExactly(1, 2, 3, 4, 7);
  }

  @Test
  void noFoldingOfTheIntervalIsCheaper() {
    List<Integer> sizes = List.of(6, 8, 5, 4);
    List<FoldedShape> shapes = all(sizes);
    for (int seed = 0; seed < 10; seed++) {
      LayerCost cost = arbitrary(seed);
      FoldingSearch search = new FoldingSearch(sizes, cost);
      for (long interval = 1; interval <= 48; interval++) {
        long most = interval;
        FoldingChoice choice = search.forInterval(interval);
        assertThat(choice.interval()).isLessThanOrEqualTo(interval);
        assertThat(choice.luts()).isEqualTo(luts(choice.shape(), cost));
        assertThat(choice.luts())
            .isEqualTo(
                shapes.stream()
                    .filter(shape -> shape.busiestSlots() <= most)
                    .mapToLong(shape -> luts(shape, cost))
                    .min()
                    .orElseThrow());
      }
    }
  }

  @Test
  void noFoldingOfTheBudgetIsFaster() {
    List<Integer> sizes = List.of(6, 8, 5, 4);
    LayerCost cost = estimate(3);
    FoldingSearch search = new FoldingSearch(sizes, cost);
    List<FoldedShape> shapes = all(sizes);
    long least = search.forInterval(48).luts();
    for (long budget = least; budget < 4 * least; budget += 17) {
      long most = budget;
      FoldingChoice choice = search.withinLuts(budget);
      assertThat(choice.luts()).isLessThanOrEqualTo(budget);
      assertThat(choice.interval())
          .isEqualTo(
              shapes.stream()
                  .filter(shape -> luts(shape, cost) <= most)
                  .mapToLong(FoldedShape::busiestSlots)
                  .min()
                  .orElseThrow());
    }
  }

  @Test
  void latencyIsKeptAndALongerIntervalWouldNotKeepIt() {
    List<Integer> sizes = List.of(16, 24, 10);
    FoldingSearch search = new FoldingSearch(sizes, estimate(2));
    for (long latency : new long[] {20, 50, 100, 300}) {
      FoldingChoice choice = search.withinLatency(latency, DELAY);
      assertThat(latency(choice)).isLessThanOrEqualTo(latency);
      for (long interval = choice.interval() + 1; interval <= 384; interval++) {
        FoldingChoice slower = search.forInterval(interval);
        if (slower.interval() > choice.interval()) {
          assertThat(latency(slower)).isGreaterThan(latency);
        }
      }
    }
  }

  private static long latency(FoldingChoice choice) {
    CycleModel model = new CycleModel(choice.shape(), DELAY.all(choice.shape()));
    return model.report(QueueSizing.of(model)).latency();
  }

  @Test
  void rateIsRoundedToWholeCycles() {
    FoldingSearch search = new FoldingSearch(List.of(4, 3), estimate(1));
    assertThat(search.forRate(200e6 / 3, 200).interval()).isEqualTo(3);
    assertThat(search.forRate(200e6 / 3 + 1, 200).interval()).isEqualTo(2);
    assertThat(search.forRate(200e6, 200).interval()).isEqualTo(1);
    assertThat(search.forRate(1, 200).interval()).isEqualTo(12);
    FoldingSearch eleven = new FoldingSearch(List.of(11, 1), estimate(1));
    assertThat(eleven.forRate(200e6 / 11, 200).interval()).isEqualTo(11);
  }

  @Test
  void whatCannotBeMetIsRefusedWithTheNearestThatCan() {
    FoldingSearch search = new FoldingSearch(List.of(4, 3), estimate(1));
    long least = search.forInterval(12).luts();
    assertRefused(
        () -> search.forRate(3e6, 2.1),
        "target rate: found 3000000 inferences/s; expected at most 2100000 at a clock of 2.1 MHz,"
            + " with every layer unrolled; ask for that or less, or for a faster clock");
    assertRefused(
        () -> search.forInterval(0),
        "target interval: found 0 cycles; expected 1 or more; 1 unrolls every layer");
    assertRefused(
        () -> search.withinLuts(least - 1),
        "LUT budget: found "
            + (least - 1)
            + " LUTs; expected at least "
            + least
            + ", which the"
            + " smallest folding takes; ask for that or more, or take fewer bits or neurons");
    assertRefused(
        () -> search.withinLatency(6, DELAY),
        "target latency: found 6 cycles; expected at least 7; ask for that or more, or for a slower"
            + " clock with fewer stages");
    assertThat(search.withinLatency(7, DELAY).interval()).isEqualTo(1);
  }

  private static void assertRefused(ThrowingCallable wish, String message) {
    assertThatThrownBy(wish).isInstanceOf(InvalidInputException.class).hasMessage(message);
  }

  @Test
  void largeNetworkTakesLittleTime() {
    List<Integer> sizes = List.of(784, 1024, 1024, 10);
    long start = System.nanoTime();
    FoldingSearch search = new FoldingSearch(sizes, estimate(3));
    FoldingChoice rate = search.forRate(10_000, 200);
    FoldingChoice luts = search.withinLuts(20_000);
    FoldingChoice latency = search.withinLatency(20_000, DELAY);
    assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    assertThat(rate.interval()).isLessThanOrEqualTo(20_000);
    assertThat(luts.luts()).isLessThanOrEqualTo(20_000);
    assertThat(latency.interval()).isLessThan(20_000);
  }
}
