package io.hdlgen.explore.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.explore.report.plot.LabelPlacer.Placed;
import io.hdlgen.explore.report.plot.LabelPlacer.Request;
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
        Optional<Placed> placed = placer.place(new Request("", "label " + i, List.of(spot)));
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
    Placed placed = placer.place(new Request("", "a", List.of(new Spot(200, 120)))).orElseThrow();
    assertThat(placed.box().right()).isLessThan(200);
    assertThat(placed.leader()).isFalse();
  }

  @Test
  void takenPlacesStayFree() {
    LabelPlacer placer = new LabelPlacer(FRAME);
    Box around = Box.around(200, 120, 40);
    placer.take(around);
    Placed placed = placer.place(new Request("", "far", List.of(new Spot(200, 120)))).orElseThrow();
    assertThat(placed.box().overlap(around)).isZero();
    assertThat(placed.leader()).isTrue();
  }

  @Test
  void leadersGoAroundLabels() {
    assertThat(placedBetweenWalls(false).box().bottom()).isLessThan(94);
    assertThat(placedBetweenWalls(true).box().top()).isGreaterThan(120);
  }

  /** There is room above, and also below, where there are some lines. */
  private static Placed placedBetweenWalls(boolean labelAbove) {
    LabelPlacer placer = new LabelPlacer(FRAME);
    placer.take(new Box(0, 94, 174, 146));
    placer.take(new Box(226, 94, 400, 146));
    placer.avoid(new Box(174, 85, 226, 146));
    for (int y = 150; y < 200; y += 10) {
      placer.avoid(new Box(0, y, 400, y + 1));
    }
    if (labelAbove) {
      placer.take(new Box(150, 80, 250, 92));
    }
    return placer.place(new Request("", "far", List.of(new Spot(200, 120)))).orElseThrow();
  }

  @Test
  void leadersGoAroundMarks() {
    LabelPlacer placer = new LabelPlacer(FRAME);
    placer.take(new Box(0, 94, 400, 146));
    placer.mark(Box.around(200, 120, 5));
    placer.mark(Box.around(200, 140, 2));
    Placed placed = placer.place(new Request("", "far", List.of(new Spot(200, 120)))).orElseThrow();
    assertThat(placed.box().bottom()).isLessThan(94);
  }

  @Test
  void theOrderIsTheOneThatSuitsAll() {
    List<Request> requests =
        List.of(
            new Request("", "right one", List.of(new Spot(394, 100))),
            new Request("", "left one", List.of(new Spot(384, 98))),
            new Request("", "third one", List.of(new Spot(365, 101))));
    LabelPlacer placer = new LabelPlacer(FRAME);
    placer.avoidLine(new Spot(0, 90), new Spot(400, 90), 1);
    requests.forEach(
        request ->
            placer.mark(Box.around(request.anchors().get(0).x(), request.anchors().get(0).y(), 5)));
    List<Placed> all = placer.placeAll(requests);
    assertThat(all).hasSize(3);
    for (Placed placed : all) {
      if (placed.leader()) {
        List<Box> line = placed.anchor().dotsTo(placed.box().nearest(placed.anchor()));
        assertThat(all)
            .filteredOn(other -> line.stream().anyMatch(dot -> dot.overlap(other.box()) > 0))
            .isSubsetOf(placed);
      }
    }
    assertThat(placer.place(new Request("", "more", List.of(new Spot(394, 100)))))
        .get()
        .satisfies(more -> assertThat(all).noneMatch(o -> o.box().overlap(more.box()) > 0));
  }

  @Test
  void whereThereIsNoRoomThereIsNoLabel() {
    LabelPlacer placer = new LabelPlacer(FRAME);
    placer.take(FRAME);
    assertThat(placer.place(new Request("", "a", List.of(new Spot(200, 120))))).isEmpty();
    assertThat(
            new LabelPlacer(new Box(0, 0, 10, 10))
                .place(new Request("", "long", List.of(new Spot(5, 5)))))
        .isEmpty();
  }
}
