package io.hdlgen.hdl.lower;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.testing.Evaluator;
import io.hdlgen.quantizer.network.AccumulatorRange;
import io.hdlgen.quantizer.network.Interval;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** All masks of eight bits, and their complements, on fields of up to five bits. */
class KeptBitsTest {
  private static final Origin X = Origin.of("x");
  private static final Interval[] FIELDS = {
    new Interval(0, 31), new Interval(3, 20), new Interval(-16, 15), new Interval(-9, 2),
    new Interval(-16, -3), new Interval(-4, 15), new Interval(0, 1), new Interval(-1, 0)
  };

  @Test
  void masksAreWires() {
    for (Interval field : FIELDS) {
      for (long mask = -256; mask < 256; mask++) {
        long kept = KeptBits.effective(mask, Range.of(field));
        if (kept == 0) {
          continue;
        }
        int zeros = Long.numberOfTrailingZeros(kept);
        Interval range = AccumulatorRange.masked(1, mask, field);
        ModuleBuilder builder = new ModuleBuilder("m");
        int x = builder.input(X, Range.of(field), "x_i");
        Range shifted = Range.of(range.min() >> zeros, range.max() >> zeros);
        builder.output(X, "y_o", new KeptBits(builder, X).masked(x, mask, shifted));
        HdlModule module = builder.build();
        for (long value = field.min(); value <= field.max(); value++) {
          assertThat(Evaluator.outputs(module, Map.of("x_i", value)))
              .as("%d & %d in %s", value, mask, field)
              .containsEntry("y_o", (value & mask) >> zeros);
        }
      }
    }
  }

  @Test
  void keepsAllIsWhatItSays() {
    for (Interval field : FIELDS) {
      for (long mask = -256; mask < 256; mask++) {
        boolean same = true;
        for (long value = field.min(); value <= field.max(); value++) {
          same &= (value & mask) == value;
        }
        // A range has bits that not all of its values show.
        assertThat(same || !KeptBits.keepsAll(mask, Range.of(field))).isTrue();
      }
      assertThat(KeptBits.keepsAll(-1, Range.of(field))).isTrue();
      assertThat(KeptBits.keepsAll(-2, Range.of(field))).isFalse();
    }
    assertThat(KeptBits.keepsAll(31, Range.of(3, 20))).isTrue();
  }

  @Test
  void comparedBitsAreInTheOrderOfTheMaskedValues() {
    Range field = Range.of(-16, 15);
    for (Interval values : FIELDS) {
      Range own = Range.of(values);
      Range both = own.union(own.isSigned() ? field : Range.unsigned(5));
      for (long mask = -256; mask < 256; mask++) {
        ModuleBuilder builder = new ModuleBuilder("m");
        int x = builder.input(X, own, "x_i");
        int bits = new KeptBits(builder, X).compared(x, mask, both);
        if (bits < 0) {
          assertThat(KeptBits.effective(mask, both)).isZero();
          continue;
        }
        builder.output(X, "y_o", bits);
        HdlModule module = builder.build();
        for (long a = values.min(); a < values.max(); a++) {
          long b = a + 1;
          long left = Evaluator.outputs(module, Map.of("x_i", a)).get("y_o");
          long right = Evaluator.outputs(module, Map.of("x_i", b)).get("y_o");
          assertThat(Long.compare(left, right))
              .as("%d and %d & %d in %s", a, b, mask, values)
              .isEqualTo(Long.compare(a & mask, b & mask));
        }
      }
    }
  }
}
