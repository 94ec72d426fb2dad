package io.hdlgen.hdl.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.testing.Designs;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The example that docs/semantics.md works out by hand. */
class FieldsTest {
  private static final IntegerNetwork NETWORK =
      Designs.network(
          List.of(
              Designs.feature("speed", 4, Encoding.UNSIGNED),
              Designs.feature("rpm", 3, Encoding.UNSIGNED)),
          List.of(
              Designs.layer(
                  new Activation.Identity(),
                  Designs.row(1, 0),
                  Designs.row(3, -2),
                  Designs.row(-1, 4))),
          new Decision.ArgMax(Designs.row(1, 1), Designs.row(0, 0)),
          "low",
          "high");

  private static List<Field> groups(int simd, InputFeature... features) {
    long[] weights = LongStream.range(0, features.length).toArray();
    return Fields.groups(
        Designs.network(
            List.of(features),
            List.of(
                Designs.layer(new Activation.Identity(), Designs.row(0), LongVector.of(weights))),
            new Decision.Scores(Designs.row(1), Designs.row(0))),
        simd);
  }

  @Test
  void groupsAreEquallyWideFieldsInBeats() {
    List<Field> groups =
        groups(
            2,
            Designs.feature("u", 3, Encoding.UNSIGNED),
            Designs.feature("s", 3, Encoding.SIGNED),
            Designs.feature("p", 1, Encoding.BIPOLAR));
    assertThat(groups)
        .containsExactly(
            new Field("u", "s_axis_tdata", 0, 0, 4, Encoding.UNSIGNED, 0, 7),
            new Field("s", "s_axis_tdata", 0, 4, 4, Encoding.SIGNED, -4, 3),
            new Field("p", "s_axis_tdata", 1, 0, 4, Encoding.BIPOLAR, -1, 1));
    assertThat(Fields.beats(3, 2)).isEqualTo(2);
    assertThat(Fields.groupBits(groups, 2)).isEqualTo(8);
    assertThat(Fields.groupBits(groups, 3)).isEqualTo(16);
  }

  @Test
  void bipolarGroupsHaveOneBit() {
    List<Field> groups =
        groups(
            3,
            Designs.feature("p", 1, Encoding.BIPOLAR),
            Designs.feature("q", 1, Encoding.BIPOLAR));
    assertThat(groups).extracting(Field::width).containsOnly(1);
    assertThat(Fields.groupBits(groups, 3)).isEqualTo(8);
    assertThat(Fields.beats(2, 3)).isEqualTo(1);
  }

  @Test
  void groupsThatAreNeverNegativeHaveNoSign() {
    InputFeature plain = new InputFeature("x", 8, Encoding.SIGNED, 0, 7, 1, 0, Rounding.HALF_EVEN);
    assertThat(groups(1, plain))
        .containsExactly(new Field("x", "s_axis_tdata", 0, 0, 3, Encoding.UNSIGNED, 0, 7));
  }

  @Test
  void featuresLieSideBySideTheFirstOneLowest() {
    List<Field> fields = Fields.inputs(NETWORK, null);
    assertThat(fields)
        .containsExactly(
            new Field("speed", "s_axis_tdata", 0, 4, Encoding.UNSIGNED, 0, 15),
            new Field("rpm", "s_axis_tdata", 4, 3, Encoding.UNSIGNED, 0, 7));
    assertThat(Fields.bits(fields)).isEqualTo(7);
    assertThat(Fields.beatBits(fields)).isEqualTo(8);
    assertThat(Fields.inputs(NETWORK, List.of("speed_i", "rpm_i")).get(1))
        .isEqualTo(new Field("rpm", "rpm_i", 0, 3, Encoding.UNSIGNED, 0, 7));
  }

  @Test
  void resultsAreTheClassAndThenTheScores() {
    Field score = new Field("score_0", "m_axis_tdata", 1, 7, Encoding.SIGNED, -13, 46);
    List<Field> both = Fields.outputs(NETWORK, Outputs.BOTH, true);
    assertThat(both)
        .containsExactly(
            new Field("class", "m_axis_tdata", 0, 1, Encoding.UNSIGNED, 0, 1),
            score,
            new Field("score_1", "m_axis_tdata", 8, 6, Encoding.SIGNED, -15, 28));
    assertThat(Fields.beatBits(both)).isEqualTo(16);
    assertThat(Fields.outputs(NETWORK, Outputs.CLASS, true)).containsExactly(both.get(0));
    assertThat(Fields.outputs(NETWORK, Outputs.SCORES, true).get(0))
        .isEqualTo(new Field("score_0", "m_axis_tdata", 0, 7, Encoding.SIGNED, -13, 46));
    assertThat(Fields.outputs(NETWORK, Outputs.BOTH, false).get(1))
        .isEqualTo(new Field("score_0", "score_0_o", 0, 7, Encoding.SIGNED, -13, 46));
  }

  @Test
  void withoutClassesThereAreScoresWhateverIsAskedFor() {
    IntegerNetwork scores = Designs.MULTI_DIGIT.network();
    assertThat(Fields.outputs(scores, Outputs.CLASS, true))
        .extracting(Field::name)
        .containsExactly("score_0", "score_1");
  }
}
