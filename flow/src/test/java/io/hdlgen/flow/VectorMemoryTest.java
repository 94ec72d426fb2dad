package io.hdlgen.flow;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import org.junit.jupiter.api.Test;

class VectorMemoryTest {
  @Test
  void refusesWhatDoesNotFit() {
    assertThatCode(() -> VectorMemory.check(64, 10, 97_000, 100 << 20)).doesNotThrowAnyException();
    assertThatThrownBy(() -> VectorMemory.check(64, 10, 10_000_000, 100 << 20))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "--count: found 10,000,000 vectors, of 644 bytes each; expected at most 97,693 in the"
                + " 100 MB that Java may take; HDLGEN_JAVA_OPTS=-Xmx8g gives more");
  }
}
