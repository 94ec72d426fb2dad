package io.hdlgen.hdl.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.hdl.testing.RandomFoldings;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.RandomNetworks;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetlistTextTest {
  private static final String GOOD =
      """
      hdlgen-netlist 1
      module m
        %0 = input "a_i" : [-2, 5] @ - - in
        %1 = constant -3 @ l0 n1 sum
        %2 = extend 4 %1 : [-3, -3] @ l0 n1 sum
        %3 = subtract %0 %2 : [1, 8] @ l0 n1 sum
        %4 = output "y_o" %3 : [1, 8] @ l0 n1 out
      """;

  @Test
  void parsingGivesBackWhatWasWritten() {
    for (int seed = 0; seed < 60; seed++) {
      IntegerNetwork network = new RandomNetworks(seed).next();
      HardwareOptions options =
          new HardwareOptions(
              "top",
              Architecture.values()[seed % 3],
              Outputs.BOTH,
              200,
              OptionalInt.empty(),
              RandomFoldings.of(network, new Random(seed)),
              Multiplication.AUTO,
              new CostModel("test", 0.5, 0.7, 0.8, 0.03),
              List.of(),
              Bus.STREAM);
      Netlist netlist = HardwareCompiler.compile(network, options).netlist();
      String text = NetlistWriter.write(netlist);
      assertThat(NetlistParser.parse(text, "test")).isEqualTo(netlist);
      assertThat(NetlistWriter.write(NetlistParser.parse(text, "test"))).isEqualTo(text);
    }
  }

  @Test
  void wellFormedTextIsRead() {
    assertThat(NetlistWriter.write(NetlistParser.parse(GOOD, "n.txt"))).isEqualTo(GOOD);
  }

  @Test
  void memoriesAndProductsAreRead() {
    String text =
        """
        hdlgen-netlist 1
        module m
          %0 = input "a_i" : [0, 3] @ - - a
          %1 = input "s_i" : [0, 1] @ - - s
          %2 = rom -36893488147419103232 7 36893488147419103231 %0 : [-36893488147419103232, 36893488147419103231] @ l0 - weights
          %3 = memory 3 -1 0 5 %1 %0 %2 %0 : [-36893488147419103232, 36893488147419103231] @ l0 - queue
          %4 = extend 4 %0 : [0, 3] @ - - a
          %5 = multiply %4 %4 : [0, 9] @ l0 n0 product
          %6 = output "y_o" %3 : [-36893488147419103232, 36893488147419103231] @ - - y
          %7 = output "z_o" %5 : [0, 9] @ - - z
        """;
    assertThat(NetlistWriter.write(NetlistParser.parse(text, "n.txt"))).isEqualTo(text);
    for (String broken : List.of("memory %1", "memory 99999999999 %1", "multiply %4 %4 %4")) {
      String operation = broken.substring(0, broken.indexOf(' '));
      String bad = text.replaceFirst(operation + "( -?\\d)*( %\\d)", broken);
      assertThat(bad).isNotEqualTo(text);
      assertThatThrownBy(() -> NetlistParser.parse(bad, "n.txt"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("n.txt:" + (operation.equals("memory") ? 6 : 8));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hdlgen-netlist 1|hdlgen-netlist 2|n.txt:1",
        "%3 = subtract|%3 = divide|n.txt:6",
        "%3 = subtract %0 %2|%3 = subtract %0|n.txt:6",
        "[1, 8] @ l0 n1 sum|[8, 1] @ l0 n1 sum|n.txt:6",
        "[-2, 5] @ - - in|[-2, 5]|n.txt:3",
        "%1 = constant|%7 = constant|n.txt:4",
        "extend 4 %1|extend 6 %1|node %3",
        "output \"y_o\" %3|output \"y_o\" %9|node %4",
        "@ l0 n1 out|@ l0 n1 o-ut|n.txt:7",
        "module m|node m|n.txt:2",
        "subtract %0 %2|subtract %0 %2 %1|n.txt:6",
        "constant -3|constant -03|n.txt:4",
        "%0 %2|%4294967296 %2|n.txt:6",
        "extend 4|extend 99999999999|n.txt:5",
        "subtract %0 %2|table 1 99999999999999999999 %0|n.txt:6",
        "@ l0 n1 out|@ l-1 n1 out|n.txt:7",
        "module m|module m n|'m n' is no name",
      })
  void brokenTextIsRefused(String good, String bad, String place) {
    String text = GOOD.replace(good, bad);
    assertThat(text).isNotEqualTo(GOOD);
    assertThatThrownBy(() -> NetlistParser.parse(text, "n.txt"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(place);
  }
}
