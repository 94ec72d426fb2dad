package io.hdlgen.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.explore.front.Verified;
import io.hdlgen.flow.synth.PrintedOptions;
import io.hdlgen.quantizer.train.Samples;
import io.hdlgen.sim.tool.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two designs of a small tree, of which the second one is damaged. */
class PrintableDesignsTest {
  private static final Samples ROWS =
      new Samples(
          List.of("a", "b"),
          new double[][] {{0, 0}, {13, 3.75}, {5, 1}},
          new int[] {0, 1, 0},
          List.of("no", "yes"));

  @TempDir static Path folder;
  private static String sound;
  private static String mapping;
  private Path netlist;

  @BeforeAll
  static void synthesize() throws IOException {
    mapping =
        (String)
            MappedTree.make(folder.resolve("p01"), PrintedOptions.USUAL).report().get("mapping");
    copy(folder.resolve("p01"), folder.resolve("p02"));
    sound = Files.readString(netlist());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static Path netlist() {
    return folder.resolve("p02/synth/egfet_1v0/netlist.json");
  }

  @BeforeEach
  void repair() throws IOException {
    netlist = netlist();
    Files.writeString(netlist, sound);
  }

  @Test
  void designsThatAreWholeAreRead() {
    assertThat(PrintableDesigns.read(designs(), "egfet_1v0", ROWS)).containsOnlyKeys("p01", "p02");
  }

  @Test
  void cellsRegistersAndLatchesThatCannotBePrinted() throws IOException {
    refused(withCell("SB_LUT4"), "of type SB_LUT4 is none");
    refused(withCell("DFFPOSX1"), "is a latch or flip-flop, and only combinational cells");
    refused(withCell("$_DFF_P_"), "is a latch or flip-flop");
    refused(withCell("$_DLATCH_P_"), "is a latch or flip-flop");
  }

  @Test
  void valuesThatAreWiderOrNarrowerThanTheirPorts() throws IOException {
    Matcher input = port("input", "(\\d+)");
    refused(input.replaceFirst("$1$2, 99999"), "has 4 bits, its values 3");
    Matcher output = port("output", "\\d+, (\\d+)");
    refused(output.replaceFirst("$1$2"), "has 1 bits, its values 2");
  }

  private static Matcher port(String direction, String bits) {
    String head = "(\"direction\": \"%s\",\\s*\"bits\": \\[ )".formatted(direction);
    Matcher port = Pattern.compile(head + bits).matcher(sound);
    assertThat(port.find()).as(direction).isTrue();
    return port;
  }

  /** One cell is of another type. */
  private static String withCell(String type) {
    String key = "\"type\": \"";
    String cell =
        Stream.of("INVX1", "NAND2X1", "NOR2X1", "AND2X1", "OR2X1")
            .map(name -> key + name)
            .filter(sound::contains)
            .findFirst()
            .orElseThrow();
    int at = sound.indexOf(cell);
    return sound.substring(0, at) + key + type + sound.substring(at + cell.length());
  }

  private void refused(String text, String message) throws IOException {
    assertThat(text).isNotEqualTo(sound);
    Files.writeString(netlist, text);
    assertThatThrownBy(() -> PrintableDesigns.read(designs(), "egfet_1v0", ROWS))
        .isInstanceOf(ToolException.class)
        .hasMessageStartingWith("p02 cannot be printed: " + netlist)
        .hasMessageContaining(message);
  }

  private static Map<String, MadeDesign> designs() {
    Map<String, MadeDesign> designs = new LinkedHashMap<>();
    for (String id : List.of("p01", "p02")) {
      designs.put(
          id,
          new MadeDesign(
              folder.resolve(id), mapping, Map.of(), new Verified(8, false, 0, true), List.of()));
    }
    return designs;
  }
}
