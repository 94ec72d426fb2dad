package io.hdlgen.sim.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.quantizer.network.Encoding;
import org.junit.jupiter.api.Test;

/** Values that ports cannot take. */
class VectorsTest {
  private static Field field(Encoding encoding, int width) {
    return new Field("x", "x_i", 0, width, encoding, 0, 0);
  }

  @Test
  void tellWhatAFieldHolds() {
    assertThat(field(Encoding.UNSIGNED, 3).holds(7)).isTrue();
    assertThat(field(Encoding.UNSIGNED, 3).holds(8)).isFalse();
    assertThat(field(Encoding.UNSIGNED, 3).holds(-1)).isFalse();
    assertThat(field(Encoding.SIGNED, 3).holds(-4)).isTrue();
    assertThat(field(Encoding.SIGNED, 3).holds(3)).isTrue();
    assertThat(field(Encoding.SIGNED, 3).holds(4)).isFalse();
    assertThat(field(Encoding.SIGNED, 3).holds(-5)).isFalse();
    assertThat(field(Encoding.BIPOLAR, 1).holds(-1)).isTrue();
    assertThat(field(Encoding.BIPOLAR, 1).holds(0)).isFalse();
    assertThat(field(Encoding.THERMOMETER, 3).holds(3)).isTrue();
    assertThat(field(Encoding.THERMOMETER, 3).holds(4)).isFalse();
  }

  @Test
  void areRefusedIfAnyIsWiderThanItsPort() {
    Signature signature = TestDesign.of(Architecture.COMBINATIONAL, 1).hardware().signature();
    long[] codes = signature.inputs().stream().mapToLong(Field::max).toArray();
    long[][] scores = {new long[signature.outputs().size()]};
    assertThat(new Vectors(signature, new long[][] {codes}, new int[] {2}, scores).count())
        .isEqualTo(1);
    assertThatThrownBy(() -> new Vectors(signature, new long[][] {codes}, new int[] {4}, scores))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("vector 0: 4 is wider than the 2 bits of class");
    long[] wide = codes.clone();
    wide[0]++;
    assertThatThrownBy(
            () -> new Vectors(signature, new long[][] {codes, wide}, new int[] {0, 0}, scores))
        .hasMessageContaining("expected values")
        .isInstanceOf(IllegalArgumentException.class);
    long[][] more = {scores[0], scores[0]};
    assertThatThrownBy(
            () -> new Vectors(signature, new long[][] {codes, wide}, new int[] {0, 0}, more))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("vector 1: " + wide[0] + " is wider than");
  }
}
