package io.hdlgen.canids.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.flow.folder.JsonObject;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeatureSpecTest {
  @Test
  void isReadAsItWasWritten() {
    for (Preset preset : Presets.all()) {
      String text =
          CanonicalJson.write(
              Map.of("format", "test", "version", 1, "features", preset.features().toObject()));
      assertThat(FeatureSpec.read(JsonObject.parse(text, "t", "test", 1).object("features")))
          .isEqualTo(preset.features());
    }
    assertThat(new FeatureSpec(2, List.of(FrameField.ID_LOW, FrameField.GAP)).toJson())
        .isEqualTo("{\"window\":2,\"fields\":[\"id_low\",\"gap\"]}");
  }

  @Test
  void namesFeaturesByMessageAndField() {
    List<FrameField> fields = List.of(FrameField.ID_LOW, FrameField.GAP);
    assertThat(new FeatureSpec(1, fields).names()).containsExactly("id_low", "gap");
    assertThat(new FeatureSpec(2, fields).names())
        .containsExactly("m0_id_low", "m0_gap", "m1_id_low", "m1_gap");
    assertThat(new FeatureSpec(2, fields).totalBits()).isEqualTo(24);
    assertThat(new FeatureSpec(2, fields).bits(3)).isEqualTo(4);
  }

  @Test
  void bitsAreFeaturesOfTheirOwn() {
    FeatureSpec spec =
        new FeatureSpec(2, List.of(FrameField.ID_HIGH, FrameField.REMOTE), InputForm.BITS);
    assertThat(spec.names())
        .containsExactly(
            "m0_id_high_0",
            "m0_id_high_1",
            "m0_id_high_2",
            "m0_remote_0",
            "m1_id_high_0",
            "m1_id_high_1",
            "m1_id_high_2",
            "m1_remote_0");
    assertThat(spec.features()).isEqualTo(8).isEqualTo(spec.totalBits());
    assertThat(spec.bits(5)).isEqualTo(1);
    assertThat(spec.toJson())
        .isEqualTo("{\"window\":2,\"fields\":[\"id_high\",\"remote\"],\"inputs\":\"bits\"}");
    refuses("{\"window\": 1, \"fields\": [\"gap\"], \"inputs\": \"hot\"}", "codes, bits");
  }

  @Test
  void presetsAreAsPublished() {
    assertThat(Presets.DATE23.features().features()).isEqualTo(10);
    assertThat(Presets.FPL23.features().fields()).hasSize(10);
    assertThat(Presets.FPL23.features().features()).isEqualTo(4 * (11 + 64));
    assertThat(Presets.find("fpl23")).isEqualTo(Presets.FPL23);
    assertThatThrownBy(() -> Presets.find("nothing"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("date23, fpl23, seccan, ours");
  }

  @Test
  void refusesWhatIsNoSpecification() {
    refuses("{\"window\": 0, \"fields\": [\"gap\"]}", "an integer from 1 to 64");
    refuses("{\"window\": 1, \"fields\": [\"gap\", \"gap\"]}", "every field once");
    refuses("{\"window\": 1, \"fields\": [\"colour\"]}", "id_high, id_low");
    refuses("{\"window\": 1, \"fields\": []}", "at least one field");
    refuses("{\"window\": 1, \"fields\": [\"gap\"], \"more\": 1}", "window, fields");
    assertThatThrownBy(() -> new FeatureSpec(65, List.of(FrameField.GAP)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FeatureSpec(1, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void refuses(String features, String expected) {
    String text = "{\"format\": \"test\", \"version\": 1, \"features\": " + features + "}";
    assertThatThrownBy(
            () -> FeatureSpec.read(JsonObject.parse(text, "t", "test", 1).object("features")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(expected);
  }
}
