package io.hdlgen.explore.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void ofManyNamesTheFirst() {
    List<String> names = IntStream.range(0, 200).mapToObj(i -> "f" + i).toList();
    assertThat(Words.some(names)).startsWith("f0, f1, ").endsWith(", f19 and 180 more");
    assertThat(Words.some(names.subList(0, 20))).isEqualTo(Words.and(names.subList(0, 20)));
  }
}
