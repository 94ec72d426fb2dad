package io.hdlgen.hdl.folded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.hdl.testing.Designs;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Match;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FoldableTest {

  @Test
  void exactNetworksAre() {
    for (Designs sample : Designs.values()) {
      assertThat(Foldable.is(sample.network())).isEqualTo(sample != Designs.APPROXIMATE);
    }
  }

  @Test
  void approximateLayersAreNot() {
    IntegerNetwork network = Designs.APPROXIMATE.network();
    HardwareOptions options =
        new HardwareOptions(
            "top",
            Architecture.FOLDED,
            Outputs.BOTH,
            100,
            OptionalInt.empty(),
            Collections.nCopies(network.layers().size(), new Folding(1, 1)),
            Multiplication.AUTO,
            Designs.MODEL,
            List.of(),
            Bus.STREAM);
    assertThatThrownBy(() -> HardwareCompiler.compile(network, options))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("found masked summands or saturated groups in layer dense");
  }

  @Test
  void tournamentsAreNot() {
    IntegerNetwork exact = Designs.TERNARY.network();
    IntegerNetwork network =
        new IntegerNetwork(
            "n",
            exact.inputs(),
            exact.layers(),
            new Decision.ArgMax(
                Designs.row(1, 1, 1),
                Designs.row(0, 0, 0),
                List.of(new Match(0, 1, -1), new Match(3, 2, -1))),
            exact.classNames());
    assertThatThrownBy(() -> Foldable.require(network))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("--arch folded: found an argmax of chosen bits");
  }
}
