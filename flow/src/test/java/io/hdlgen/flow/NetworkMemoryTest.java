package io.hdlgen.flow;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkMemoryTest {
  @Test
  void refusesWhatDoesNotFit() {
    assertThatCode(() -> NetworkMemory.check(784, List.of(1024, 1024), 10, 512L << 20))
        .doesNotThrowAnyException();
    assertThatCode(() -> NetworkMemory.check(784, List.of(), 10, 1 << 20))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> NetworkMemory.check(2, List.of(16384, 16384), 2, 512L << 20))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "--hidden: found 268,500,992 weights in all; expected at most 5,368,709 in the 512 MB"
                + " that Java may take; HDLGEN_JAVA_OPTS=-Xmx8g gives more");
  }
}
