package io.hdlgen.explore.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.boards.printed.FrontEnd.Parts;
import io.hdlgen.boards.printed.GateNetlist;
import io.hdlgen.boards.printed.Mapping;
import io.hdlgen.boards.printed.PrintedCircuit;
import io.hdlgen.explore.report.markup.NumberText;
import io.hdlgen.explore.sensor.Converters;
import io.hdlgen.explore.yield.TinyCircuits;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Rounding;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sentences about a tiny circuit. */
class ReadAloudTest {
  private static final InputFeature ALCOHOL =
      InputFeature.filling("alcohol", 2, Encoding.UNSIGNED, 0.4333333, 9.7, Rounding.FLOOR);

  private static final InputFeature SALT =
      new InputFeature("salt", 2, Encoding.UNSIGNED, 0, 3, -20, 1000, Rounding.CEIL);

  private static final GateNetlist NETLIST = TinyCircuits.netlist();

  private static PrintedCircuit circuit(String target) {
    return PrintedCircuit.of(
        Mapping.all().get(0),
        NETLIST,
        new long[][] {{0, 0}},
        TargetCatalogue.builtIn().find(target).printed().orElseThrow(),
        Set.of());
  }

  private static Converters converters() {
    return Converters.of(NETLIST, List.of(ALCOHOL, SALT));
  }

  private static List<String> sentences(
      Optional<BitSet> possible, BitSet answered, List<String> classes) {
    PrintedCircuit circuit = circuit("egfet_1v0");
    return new ReadAloud(
            SensorBill.of(converters(), circuit.frontEnd()),
            circuit,
            List.of("pH", "alcohol", "salt", "iron"),
            classes)
        .sentences(possible, answered, "the 480 test rows");
  }

  @Test
  void saysWhatItReadsNeedsAndAnswers() {
    PrintedCircuit circuit = circuit("egfet_1v0");
    BitSet answered = BitSet.valueOf(new long[] {0b1010});
    assertThat(
            sentences(
                AnswerableClasses.of(NETLIST, 1, converters()),
                answered,
                List.of("a", "b", "c", "d", "e")))
        .containsExactly(
            "Reads 3 bits of 2 features: alcohol at 10.13, 10.57 and 11; salt at 980.",
            "Never reads pH and iron: no sensor is needed.",
            "Its converters need 4 comparators and 2 OR gates (0.0145 cm\u00b2, %s mW; ladder, reference"
                    .formatted(NumberText.amount(circuit.converterPowerMw().orElseThrow()))
                + " and sensors not counted).",
            "Decides with 3 gates (0.0152 cm\u00b2, %s mW) in %s ms or less."
                .formatted(
                    NumberText.amount(circuit.power().staticMw()),
                    NumberText.amount(circuit.path().highMs())),
            "Can never answer e, whatever the features are.",
            "Answers b and d on the 480 test rows, never a and c.");
  }

  @Test
  void saysWhatIsKnownOfRowsAlone() {
    List<String> found =
        sentences(Optional.empty(), BitSet.valueOf(new long[] {0b11}), List.of("a", "b"));
    assertThat(found).hasSize(5).endsWith("Answers every class on the 480 test rows.");
  }

  @Test
  void billsEachSensor() {
    PrintedCircuit circuit = circuit("egfet_1v0");
    SensorBill bill = SensorBill.of(converters(), circuit.frontEnd());
    SensorLine salt = bill.lines().get(1);
    assertThat(salt.feature()).isEqualTo("salt");
    assertThat(salt.parts()).isEqualTo(new Parts(1, 0));
    assertThat(salt.levels()).containsExactly(new BigDecimal("980"));
    assertThat(salt.areaCm2()).contains(0.0008);
    assertThat(salt.powerMw()).contains(0.0461);
    assertThat(bill.parts()).isEqualTo(new Parts(4, 2)).isEqualTo(circuit.converters());
    PrintedCircuit tubes = circuit("cnt_3v0");
    assertThat(SensorBill.of(converters(), tubes.frontEnd()).lines().get(1).areaCm2()).isEmpty();
  }

  /** Class 0 and 1 of a comparator, class 2 and 3 of another whose level is higher. */
  @Test
  void takesOnlyWhatConvertersCanTell() {
    InputFeature levels = InputFeature.thermometer(ALCOHOL, LongVector.of(1, 3));
    GateNetlist wires =
        new GateNetlist(
            "wires",
            4,
            List.of(new GateNetlist.PortNets("alcohol_i", List.of(2, 3))),
            List.of(new GateNetlist.PortNets("class_o", List.of(2, 3))),
            List.of());
    Converters converters = Converters.of(wires, List.of(levels));
    // Code 2 would be the higher level without the lower one.
    assertThat(AnswerableClasses.of(wires, 0, converters))
        .contains(BitSet.valueOf(new long[] {0b1011}));
  }

  @Test
  void saysWhenThereIsTooMuchToTry() {
    InputFeature wide = InputFeature.filling("x", 11, Encoding.UNSIGNED, 1, 0, Rounding.FLOOR);
    List<Integer> x = IntStream.range(2, 13).boxed().toList();
    List<Integer> y = IntStream.range(13, 24).boxed().toList();
    GateNetlist wires =
        new GateNetlist(
            "wires",
            24,
            List.of(new GateNetlist.PortNets("x_i", x), new GateNetlist.PortNets("y_i", y)),
            List.of(new GateNetlist.PortNets("class_o", List.of(2, 13))),
            List.of());
    assertThat(AnswerableClasses.of(wires, 0, Converters.of(wires, List.of(wide, wide)))).isEmpty();
  }

  @Test
  void formsWords() {
    assertThat(Words.and(List.of("a"))).isEqualTo("a");
    assertThat(Words.and(List.of())).isEqualTo("nothing");
    assertThat(Words.count(0, "gate")).isEqualTo("no gates");
    assertThat(Words.count(1, "gate")).isEqualTo("1 gate");
    assertThat(Words.count(1200, "gate")).isEqualTo("1,200 gates");
  }
}
