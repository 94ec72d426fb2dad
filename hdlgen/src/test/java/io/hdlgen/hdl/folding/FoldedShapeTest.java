package io.hdlgen.hdl.folding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldedShapeTest {
  @Test
  void foldsAndWordsOfASmallNetwork() {
    FoldedShape shape =
        FoldedShape.of(List.of(7, 10, 5), List.of(new Folding(2, 3), new Folding(5, 4)));
    FoldedLayer first = shape.layers().get(0);
    assertThat(List.of(first.sf(), first.nf())).containsExactly(3, 5);
    assertThat(first.slots()).isEqualTo(15);
    assertThat(List.of(shape.wordElements(0), shape.words(0), shape.readsPerWord(0)))
        .containsExactly(3, 3, 1);
    assertThat(List.of(shape.wordElements(1), shape.words(1))).containsExactly(4, 3);
    assertThat(List.of(shape.readsPerWord(1), shape.foldsPerWord(1))).containsExactly(1, 2);
    assertThat(List.of(shape.leastDepth(0), shape.leastDepth(1))).containsExactly(3, 1);
    assertThat(shape.busiestSlots()).isEqualTo(15);
  }

  @Test
  void wideGroupsOfNeuronsAreReadInParts() {
    FoldedShape shape =
        FoldedShape.of(List.of(4, 10, 5), List.of(new Folding(8, 1), new Folding(1, 2)));
    assertThat(List.of(shape.wordElements(1), shape.readsPerWord(1), shape.foldsPerWord(1)))
        .containsExactly(8, 4, 1);
    assertThat(List.of(shape.words(1), shape.leastDepth(1))).containsExactly(2, 2);
  }

  @Test
  void foldingsThatDoNotFitAreRefusedWithTheNearestThatDo() {
    assertRefused(List.of(new Folding(11, 1), new Folding(1, 1)))
        .hasMessage(
            "folding of layer 0: found PE 11; expected 1 to 10 (the layer has 10 neurons);"
                + " the nearest is 10");
    assertRefused(List.of(new Folding(1, 0), new Folding(1, 1)))
        .hasMessage(
            "folding of layer 0: found SIMD 0; expected 1 to 7 (the layer has 7 inputs);"
                + " the nearest is 1");
    assertRefused(List.of(new Folding(4, 1), new Folding(1, 6)))
        .hasMessage(
            "folding of layer 1: found SIMD 6 after PE 4 of layer 0; expected one to be a"
                + " multiple of the other; nearest are SIMD 4 or PE 3");
    assertRefused(List.of(new Folding(1, 1)))
        .hasMessageContaining("found 1 pairs of PE and SIMD; expected 2");
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ?> assertRefused(
      List<Folding> foldings) {
    return assertThatThrownBy(() -> FoldedShape.of(List.of(7, 10, 5), foldings))
        .isInstanceOf(InvalidInputException.class);
  }
}
