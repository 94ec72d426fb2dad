package io.hdlgen.hdl.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.network.Encoding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisterMapTest {
  private static Field field(String name, int width, long min, long max) {
    Encoding encoding = min < 0 ? Encoding.SIGNED : Encoding.UNSIGNED;
    return new Field(name, "port", 0, width, encoding, min, max);
  }

  private static List<Field> features(int count) {
    List<Field> features = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      features.add(field("x" + i, 4, 0, 15));
    }
    return features;
  }

  private static List<String> places(RegisterMap map) {
    return map.registers().stream()
        .map(register -> "%s %02x".formatted(register.name(), register.offset()))
        .toList();
  }

  @Test
  void classAndScoresHaveTheirPlaces() {
    List<Field> outputs =
        List.of(
            field("class", 1, 0, 1),
            field("score_0", 8, -100, 100),
            field("score_1", 32, Integer.MIN_VALUE, Integer.MAX_VALUE));
    RegisterMap map = RegisterMap.of(features(2), outputs);
    assertThat(places(map))
        .containsExactly(
            "ID 00",
            "VERSION 04",
            "CONTROL 08",
            "STATUS 0c",
            "CLASS 10",
            "SCORE_0 20",
            "SCORE_1 24",
            "FEATURE_0 40",
            "FEATURE_1 44");
    assertThat(map.addressBits()).isEqualTo(7);
    assertThat(map.offsets(outputs.get(2))).containsExactly(0x24);
  }

  @Test
  void aScoreThatIsTooWideGivesAllTwoWords() {
    List<Field> outputs =
        List.of(field("score_0", 8, -100, 100), field("score_1", 32, 0, 1L << 31));
    RegisterMap map = RegisterMap.of(features(1), outputs);
    assertThat(map.scoreWords()).isEqualTo(2);
    assertThat(map.offsets(outputs.get(0))).containsExactly(0x20, 0x24);
    assertThat(map.offsets(outputs.get(1))).containsExactly(0x28, 0x2c);
    assertThat(places(map)).contains("SCORE_1_HIGH 2c").doesNotContain("CLASS 10");
  }

  @Test
  void manyScoresMoveTheFeatures() {
    List<Field> outputs = new ArrayList<>();
    for (int k = 0; k < 9; k++) {
      outputs.add(field("score_" + k, 8, -100, 100));
    }
    assertThat(RegisterMap.of(features(1), outputs.subList(0, 8)).firstFeature()).isEqualTo(0x40);
    RegisterMap map = RegisterMap.of(features(784), outputs);
    assertThat(map.firstFeature()).isEqualTo(0x80);
    assertThat(map.addressBits()).isEqualTo(12);
  }
}
