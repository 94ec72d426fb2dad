package io.hdlgen.explore.approximate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.explore.approximate.Genes.Kind;
import io.hdlgen.explore.approximate.Genes.Slot;
import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.NetworkRanges;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ApproximationSpaceTest {
  private final IntegerNetwork network = Printed.network();
  private final ApproximationSpace space = new ApproximationSpace(network);

  @Test
  void theOriginIsTheNetwork() {
    double[] origin = new double[space.slots().size()];
    assertThat(space.at(origin).network()).isEqualTo(network);
    double[][] rows = {{1, 2, 3}, {15, 0, 7}};
    assertThat(new BiasCorrection(network, rows).apply(space.at(origin))).isEqualTo(network);
  }

  @Test
  void genesChangeTheNetworkAndEveryPointIsOne() {
    for (Kind kind : EnumSet.complementOf(EnumSet.of(Kind.UNCORRECTED, Kind.ORDER))) {
      double[] point =
          space.slots().stream().mapToDouble(slot -> slot.kind() == kind ? 1 : 0).toArray();
      assertThat(space.at(point).network()).as("%s", kind).isNotEqualTo(network);
    }
    Random random = new Random(5);
    for (int k = 0; k < 200; k++) {
      double[] point = random.doubles(space.slots().size()).toArray();
      assertThat(NetworkRanges.of(space.at(point).network())).isNotNull();
    }
  }

  private int index(Kind kind) {
    List<Slot> slots = space.slots();
    for (int i = 0; i < slots.size(); i++) {
      if (slots.get(i).kind() == kind) {
        return i;
      }
    }
    throw new AssertionError(kind);
  }

  @Test
  void aMaskedBitIsOneOfOneProduct() {
    // The first weight is 7: its product with a code of 4 bits takes 7 bits, all of them live.
    double[] point = new double[space.slots().size()];
    point[index(Kind.MASK) + 2] = 1;
    Arithmetic arithmetic = space.at(point).network().layers().get(0).arithmetic();
    Arithmetic.MaskedSummands masked = (Arithmetic.MaskedSummands) arithmetic;
    assertThat(masked.masks().get(0, 0)).isEqualTo(~4L);
    assertThat(masked.masks().get(0, 1)).isEqualTo(-1);
    for (int bit = 0; bit < 7; bit++) {
      point[index(Kind.MASK) + bit] = 1;
    }
    arithmetic = space.at(point).network().layers().get(0).arithmetic();
    assertThat(((Arithmetic.MaskedSummands) arithmetic).masks().get(0, 0)).isZero();
  }

  @Test
  void theOrderOfClassesIsThatOfTheirGenes() {
    double[] point = new double[space.slots().size()];
    point[index(Kind.ORDER)] = 1;
    Decision.ArgMax argMax = (Decision.ArgMax) space.at(point).network().decision();
    assertThat(argMax.tournament().get(0).left()).isEqualTo(1);
    assertThat(argMax.tournament().get(0).right()).isEqualTo(2);
  }

  @Test
  void correctedBiasesKeepTheMeanOfTheSums() {
    double[] point = new double[space.slots().size()];
    List<Slot> slots = space.slots();
    point[index(Kind.COLUMNS)] = slots.get(index(Kind.COLUMNS)).value(3);
    double[][] rows = new double[64][];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = new double[] {r % 4 * 5, r / 4 % 4 * 5, r / 16 * 5};
    }
    IntegerNetwork cut = space.at(point).network();
    IntegerNetwork corrected = new BiasCorrection(network, rows).apply(space.at(point));
    assertThat(cut.layers().get(0).biases()).isEqualTo(network.layers().get(0).biases());
    for (int n = 0; n < 2; n++) {
      long moved =
          corrected.layers().get(0).biases().get(n) - network.layers().get(0).biases().get(n);
      // In steps of the columns that are left; of three products, two are positive.
      assertThat(moved % 8).isZero();
      assertThat(moved).isBetween(0L, 16L);
    }
  }
}
