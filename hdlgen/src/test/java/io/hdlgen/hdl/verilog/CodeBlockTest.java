package io.hdlgen.hdl.verilog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CodeBlockTest {
  @Test
  void argumentsTakeTheirPlaces() {
    CodeBlock sum = CodeBlock.of("$N + $L", "a", 3);
    assertThat(sum).hasToString("a + 3");
    assertThat(CodeBlock.of("wire $W$N = $$signed($L);", 7, "x", sum))
        .hasToString("wire [6:0] x = $signed(a + 3);");
    assertThat(CodeBlock.of("wire $W$N;", 1, "x")).hasToString("wire x;");
    assertThat(CodeBlock.of("a")).isEqualTo(CodeBlock.of("$N", "a")).hasSameHashCodeAs("a");
  }

  @Test
  void argumentsThatDoNotFitAreRefused() {
    refused("too few arguments for $N + $N", "$N + $N", "a");
    refused("too many arguments for $N", "$N", "a", "b");
    refused("'a b' is no Verilog name for $N;", "$N;", "a b");
    refused("'3' is no Verilog name for $N", "$N", 3);
    refused("a width of 0 for $W", "$W", 0);
    refused("a width of 7 for $W", "$W", "7");
    refused("null for $L", "$L", (Object) null);
    refused("$Q in $Q", "$Q", 1);
    refused("$  in a$", "a$", 1);
  }

  private static void refused(String message, String format, Object... arguments) {
    assertThatThrownBy(() -> CodeBlock.of(format, arguments))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
