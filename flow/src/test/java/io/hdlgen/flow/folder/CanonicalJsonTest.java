package io.hdlgen.flow.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
  @Test
  void listsOfNumbersAreOneLine() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("numbers", List.of(1, 0.5, 1e-9));
    object.put("matrix", List.of(List.of(1, 2), List.of(3L, 4L)));
    object.put("words", List.of("a", "\u00e9\""));
    object.put("mixed", Arrays.asList(1, null));
    object.put("empty", List.of());
    object.put("inner", Map.of("interval", List.of(0.25, 1)));
    String text = CanonicalJson.write(object);
    assertThat(text)
        .isEqualTo(
            """
            {
              "numbers": [1, 0.5, 1.0E-9],
              "matrix": [
                [1, 2],
                [3, 4]
              ],
              "words": [
                "a",
                "\u00e9\\""
              ],
              "mixed": [
                1,
                null
              ],
              "empty": [ ],
              "inner": {
                "interval": [0.25, 1]
              }
            }
            """);
    assertThat(CanonicalJson.read(text)).containsEntry("empty", List.of()).hasSize(6);
  }
}
