package io.hdlgen.explore.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.explore.report.plot.LabelPlacer.Placed;
import io.hdlgen.explore.report.plot.LabelPlacer.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelPlacerTest {
  private static final Box FRAME = new Box(0, 0, 400, 240);

  @Test
  void labelsNeverOverlapOrLeaveTheFrame() {
    Random random = new Random(7);
    for (int trial = 0; trial < 20; trial++) {
      LabelPlacer placer = new LabelPlacer(FRAME);
      List<Box> boxes = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        Spot spot = new Spot(400 * random.nextDouble(), 240 * random.nextDouble());
        Optional<Placed> placed = placer.place("label " + i, List.of(spot));
        placed.ifPresent(found -> boxes.add(found.box()));
      }
      assertThat(boxes).hasSizeGreaterThan(20).allMatch(box -> box.within(FRAME));
      for (Box box : boxes) {
        assertThat(boxes).filteredOn(other -> other.overlap(box) > 0).containsExactly(box);
      }
    }
  }

  @Test
  void labelsKeepOffWhatIsDrawnAndStayNear() {
    LabelPlacer placer = new LabelPlacer(FRAME);
    placer.avoidLine(new Spot(200, 120), new Spot(400, 120), 1);
    Placed placed = placer.place("a", List.of(new Spot(200, 120))).orElseThrow();
    assertThat(placed.box().right()).isLessThan(200);
    assertThat(placed.leader()).isFalse();
  }

  @Test
  void takenPlacesStayFree() {
    LabelPlacer placer = new LabelPlacer(FRAME);
    Box around = Box.around(200, 120, 40);
    placer.take(around);
    Placed placed = placer.place("far", List.of(new Spot(200, 120))).orElseThrow();
    assertThat(placed.box().overlap(around)).isZero();
    assertThat(placed.leader()).isTrue();
  }

  @Test
  void whereThereIsNoRoomThereIsNoLabel() {
    LabelPlacer placer = new LabelPlacer(FRAME);
    placer.take(FRAME);
    assertThat(placer.place("a", List.of(new Spot(200, 120)))).isEmpty();
    assertThat(new LabelPlacer(new Box(0, 0, 10, 10)).place("long", List.of(new Spot(5, 5))))
        .isEmpty();
  }
}
