package io.hdlgen.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.folded.Foldable;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.hdl.testing.RandomFoldings;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.sim.port.Port;
import io.hdlgen.sim.port.RecordLayout;
import io.hdlgen.sim.tool.Tools;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs testbenches/conformance on the hardware: the beats of the files go into the simulated
 * netlist and into Verilator, and theirs must come out, in every architecture that takes the
 * network.
 */
final class ConformanceWitnessesTest {
  private static final CostModel MODEL = new CostModel("test", 0.5, 0.7, 0.8, 0.03);

  @TempDir Path folder;

  /** A folder of the collection in one architecture. */
  private record Case(String name, JsonNode file, HardwareDesign design, Vectors vectors) {
    DesignCheck check() {
      return new DesignCheck(design.netlist(), design.signature(), vectors, 4);
    }
  }

  @Test
  void simulationGivesTheBeats() throws IOException {
    for (Case one : cases()) {
      beatsAreThoseOfTheFile(one);
      // Between its slots a folded design computes values that mean nothing.
      boolean folded = one.design().signature().architecture() == Architecture.FOLDED;
      CheckResult result = folded ? one.check().inJava() : one.check().inJavaWithRanges();
      assertThat(result.first()).as(one.name()).isEmpty();
      assertThat(result.passed()).as(one.name()).isTrue();
    }
  }

  @Test
  void verilatorGivesTheBeats() throws IOException {
    Tools.need("verilator");
    DesignArray array = new DesignArray();
    for (Case one : cases()) {
      array.add(one.name(), one.design(), one.check());
    }
    array.check(folder);
  }

  private static List<Case> cases() throws IOException {
    Path conformance =
        Path.of(System.getProperty("project.root", "..")).resolve("testbenches/conformance");
    List<Path> folders;
    try (Stream<Path> entries = Files.list(conformance)) {
      folders = entries.filter(Files::isDirectory).sorted().toList();
    }
    assertThat(folders).hasSizeGreaterThanOrEqualTo(24);
    List<Case> cases = new ArrayList<>();
    for (Path place : folders) {
      IntegerNetwork network = NetworkJson.read(place.resolve("network.json"));
      JsonNode file = new ObjectMapper().readTree(place.resolve("vectors.json").toFile());
      for (Architecture architecture : Architecture.values()) {
        if (architecture == Architecture.FOLDED && !Foldable.is(network)) {
          continue;
        }
        if (network.scores() > 0) {
          Outputs all = network.classes() == 0 ? Outputs.SCORES : Outputs.BOTH;
          cases.add(of(place, network, file, architecture, all, cases.size()));
        }
        if (network.classes() > 0) {
          cases.add(of(place, network, file, architecture, Outputs.CLASS, cases.size()));
        }
      }
    }
    return cases;
  }

  private static Case of(
      Path place,
      IntegerNetwork network,
      JsonNode file,
      Architecture architecture,
      Outputs outputs,
      int number) {
    HardwareDesign design =
        HardwareCompiler.compile(
            network,
            new HardwareOptions(
                "c" + number,
                architecture,
                outputs,
                100,
                OptionalInt.empty(),
                RandomFoldings.of(network, new Random(number)),
                Multiplication.AUTO,
                MODEL,
                List.of(),
                Bus.STREAM));
    int count = file.get("vectors").size();
    long[][] codes = new long[count][];
    long[][] scores = new long[count][];
    int[] classes = new int[count];
    for (int v = 0; v < count; v++) {
      JsonNode vector = file.get("vectors").get(v);
      codes[v] = numbers(vector.get("codes"));
      scores[v] = numbers(vector.get("scores"));
      classes[v] = vector.get("class").asInt(-1);
    }
    return new Case(
        "%s, %s, %s".formatted(place.getFileName(), architecture, outputs),
        file,
        design,
        new Vectors(design.signature(), codes, classes, scores));
  }

  private static long[] numbers(JsonNode array) {
    long[] numbers = new long[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      assertThat(array.get(i).canConvertToLong()).isTrue();
      numbers[i] = array.get(i).longValue();
    }
    return numbers;
  }

  /** What is driven, and what is expected, are the bits of the file. */
  private static void beatsAreThoseOfTheFile(Case one) {
    Signature signature = one.design().signature();
    RecordLayout inputs = one.check().records().inputs();
    RecordLayout outputs = one.check().records().outputs();
    for (int v = 0; v < one.vectors().count(); v++) {
      JsonNode vector = one.file().get("vectors").get(v);
      byte[] in = new byte[inputs.size()];
      BigInteger beat = new BigInteger(vector.get("inputBeat").asText(), 16);
      // Folded designs take the same codes in several beats, in fields of another width.
      if (signature.architecture() != Architecture.FOLDED) {
        one.vectors().putInputs(v, inputs, in, 0);
        fieldsAreThoseOf(
            beat, one.file().get("inputFields"), signature.inputs(), inputs, in, one.name());
      }
      byte[] out = new byte[outputs.size()];
      one.vectors().putResults(v, outputs, out, 0);
      BigInteger result = new BigInteger(vector.get("resultBeat").asText(), 16);
      fieldsAreThoseOf(
          result, one.file().get("resultFields"), signature.outputs(), outputs, out, one.name());
      if (signature.architecture() == Architecture.UNROLLED) {
        assertThat(port(inputs, in, "s_axis_tdata")).as(one.name()).isEqualTo(beat);
        if (signature.outputs().size() == one.file().get("resultFields").size()) {
          assertThat(port(outputs, out, "m_axis_tdata")).as(one.name()).isEqualTo(result);
        }
      }
    }
  }

  private static void fieldsAreThoseOf(
      BigInteger beat,
      JsonNode expected,
      List<Field> fields,
      RecordLayout layout,
      byte[] record,
      String name) {
    // A design that gives the class alone has the first field alone.
    assertThat(fields.size()).as(name).isIn(1, expected.size());
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      assertThat(field.name()).as(name).isEqualTo(expected.get(i).get("name").asText());
      assertThat(field.width()).as(name).isEqualTo(expected.get(i).get("width").asInt());
      BigInteger mask = BigInteger.ONE.shiftLeft(field.width()).subtract(BigInteger.ONE);
      assertThat(port(layout, record, field.port()).shiftRight(field.low()).and(mask))
          .as("%s: %s", name, field.name())
          .isEqualTo(beat.shiftRight(expected.get(i).get("low").asInt()).and(mask));
    }
  }

  private static BigInteger port(RecordLayout layout, byte[] record, String name) {
    Port port =
        layout.ports().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    return layout.value(record, 0, port);
  }
}
