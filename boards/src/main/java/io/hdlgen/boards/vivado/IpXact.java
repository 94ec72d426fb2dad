package io.hdlgen.boards.vivado;

import io.hdlgen.hdl.signature.Register;
import io.hdlgen.hdl.signature.Register.Access;
import java.util.List;
import java.util.Locale;

/**
 * {@code component.xml}: a core as Vivado's catalogue takes it, in IEEE Std 1685-2009 (IP-XACT)
 * with the names of Vivado's own interfaces.
 */
final class IpXact {
  static final String VENDOR = "hdlgen.io";
  static final String LIBRARY = "user";
  static final String VERSION = "1.0";

  /** As much as a slave of 32-bit words usually gets; addresses beyond its port's repeat. */
  static final int RANGE = 0x1_0000;

  private static final String NAME = "spirit:name";
  private static final String VALUE = "spirit:value";
  private static final String PARAMETERS = "spirit:parameters";
  private static final String SYNTHESIS_FILES = "xilinx_verilogsynthesis_view_fileset";
  private static final List<String> FAMILIES =
      List.of(
          "artix7",
          "spartan7",
          "kintex7",
          "virtex7",
          "zynq",
          "kintexu",
          "virtexu",
          "kintexuplus",
          "virtexuplus",
          "zynquplus");

  private final Core core;
  private final List<String> files;
  private final XmlElement root = new XmlElement("spirit:component");

  private IpXact(Core core, List<String> files) {
    this.core = core;
    this.files = files;
  }

  /**
   * The element.
   *
   * @param files Verilog, relative to the folder of {@code component.xml}
   */
  static String of(Core core, List<String> files) {
    return new IpXact(core, files).write();
  }

  private String write() {
    root.with("xmlns:xilinx", "http://www.xilinx.com")
        .with("xmlns:spirit", "http://www.spiritconsortium.org/XMLSchema/SPIRIT/1685-2009")
        .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    root.child("spirit:vendor", VENDOR);
    root.child("spirit:library", LIBRARY);
    root.child(NAME, core.name());
    root.child("spirit:version", VERSION);
    XmlElement interfaces = root.child("spirit:busInterfaces");
    core.buses().forEach(bus -> bus(interfaces, bus));
    signals(interfaces);
    if (!core.registers().isEmpty()) {
      memoryMap();
    }
    model();
    fileSet();
    root.child("spirit:description", core.description());
    XmlElement parameter = root.child(PARAMETERS).child("spirit:parameter");
    parameter.child(NAME, "Component_Name");
    parameter
        .child(VALUE, core.name() + "_v" + VERSION.replace('.', '_'))
        .with("spirit:resolve", "user")
        .with("spirit:id", "PARAM_VALUE.Component_Name")
        .with("spirit:order", 1);
    vendorExtensions();
    return root.print();
  }

  private void bus(XmlElement interfaces, CoreBus bus) {
    boolean stream = bus.kind() == CoreBus.Kind.STREAM;
    XmlElement element =
        busInterface(interfaces, bus.name(), "interface", stream ? "axis" : "aximm");
    XmlElement mode = element.child(bus.isMaster() ? "spirit:master" : "spirit:slave");
    if (!stream) {
      mode.child("spirit:memoryMapRef").with("spirit:memoryMapRef", bus.name());
    }
    XmlElement maps = element.child("spirit:portMaps");
    for (CorePort port : bus.ports()) {
      String logical = port.name().substring(bus.name().length() + 1).toUpperCase(Locale.ROOT);
      portMap(maps, logical, port.name());
    }
    XmlElement parameters = element.child(PARAMETERS);
    if (stream) {
      int bytes = bus.ports().get(0).width() / Byte.SIZE;
      parameter(parameters, bus.name(), "TDATA_NUM_BYTES", bytes);
      parameter(parameters, bus.name(), "HAS_TLAST", 1);
    } else {
      parameter(parameters, bus.name(), "PROTOCOL", "AXI4LITE");
      parameter(parameters, bus.name(), "DATA_WIDTH", 32);
    }
  }

  /** Clock, reset and interrupt are interfaces of one signal each. */
  private void signals(XmlElement interfaces) {
    XmlElement clock = signal(interfaces, "CLK", "clock", false, Core.CLOCK);
    XmlElement parameters = clock.child(PARAMETERS);
    List<String> names = core.buses().stream().map(CoreBus::name).toList();
    parameter(parameters, Core.CLOCK, "ASSOCIATED_BUSIF", String.join(":", names));
    parameter(parameters, Core.CLOCK, "ASSOCIATED_RESET", Core.RESET);
    XmlElement reset = signal(interfaces, "RST", "reset", false, Core.RESET);
    parameter(reset.child(PARAMETERS), Core.RESET, "POLARITY", "ACTIVE_HIGH");
    if (core.outputs().contains(Core.INTERRUPT)) {
      XmlElement interrupt = signal(interfaces, "INTERRUPT", "interrupt", true, Core.INTERRUPT);
      parameter(interrupt.child(PARAMETERS), Core.INTERRUPT, "SENSITIVITY", "LEVEL_HIGH");
    }
  }

  private static XmlElement signal(
      XmlElement interfaces, String logical, String type, boolean isMaster, String port) {
    XmlElement element = busInterface(interfaces, port, "signal", type);
    element.child(isMaster ? "spirit:master" : "spirit:slave");
    portMap(element.child("spirit:portMaps"), logical, port);
    return element;
  }

  private static XmlElement busInterface(
      XmlElement interfaces, String name, String library, String type) {
    XmlElement element = interfaces.child("spirit:busInterface");
    element.child(NAME, name);
    reference(element.child("spirit:busType"), library, type);
    reference(element.child("spirit:abstractionType"), library, type + "_rtl");
    return element;
  }

  private static void reference(XmlElement element, String library, String name) {
    element
        .with("spirit:vendor", "xilinx.com")
        .with("spirit:library", library)
        .with("spirit:name", name)
        .with("spirit:version", "1.0");
  }

  private static void portMap(XmlElement maps, String logical, String physical) {
    XmlElement map = maps.child("spirit:portMap");
    map.child("spirit:logicalPort").child(NAME, logical);
    map.child("spirit:physicalPort").child(NAME, physical);
  }

  private static void parameter(XmlElement parameters, String owner, String name, Object value) {
    XmlElement parameter = parameters.child("spirit:parameter");
    parameter.child(NAME, name);
    parameter
        .child(VALUE, value)
        .with("spirit:id", "BUSIFPARAM_VALUE." + owner.toUpperCase(Locale.ROOT) + "." + name);
  }

  private void memoryMap() {
    XmlElement map = root.child("spirit:memoryMaps").child("spirit:memoryMap");
    map.child(NAME, "s_axi");
    XmlElement block = map.child("spirit:addressBlock");
    block.child(NAME, "reg0");
    block.child("spirit:baseAddress", 0).with("spirit:format", "long");
    block.child("spirit:range", RANGE).with("spirit:format", "long");
    block.child("spirit:width", 32).with("spirit:format", "long");
    block.child("spirit:usage", "register");
    block.child("spirit:access", "read-write");
    for (Register register : core.registers()) {
      XmlElement element = block.child("spirit:register");
      element.child(NAME, register.name());
      if (!register.field().isEmpty()) {
        element.child("spirit:description", register.field());
      }
      element.child("spirit:addressOffset", "0x%X".formatted(register.offset()));
      element.child("spirit:size", 32).with("spirit:format", "long");
      element.child("spirit:access", access(register.access()));
    }
  }

  private static String access(Access access) {
    return switch (access) {
      case READ -> "read-only";
      case WRITE -> "write-only";
      case READ_WRITE -> "read-write";
    };
  }

  private void model() {
    XmlElement model = root.child("spirit:model");
    XmlElement views = model.child("spirit:views");
    view(views, "xilinx_verilogsynthesis", "Verilog Synthesis", "synthesis");
    view(views, "xilinx_verilogbehavioralsimulation", "Verilog Simulation", "simulation");
    XmlElement ports = model.child("spirit:ports");
    for (CorePort port : core.ports()) {
      XmlElement element = ports.child("spirit:port");
      element.child(NAME, port.name());
      XmlElement wire = element.child("spirit:wire");
      wire.child("spirit:direction", port.isOutput() ? "out" : "in");
      if (port.width() > 1) {
        XmlElement vector = wire.child("spirit:vector");
        vector.child("spirit:left", port.width() - 1).with("spirit:format", "long");
        vector.child("spirit:right", 0).with("spirit:format", "long");
      }
      XmlElement type = wire.child("spirit:wireTypeDefs").child("spirit:wireTypeDef");
      type.child("spirit:typeName", "wire");
      type.child("spirit:viewNameRef", "xilinx_verilogsynthesis");
      type.child("spirit:viewNameRef", "xilinx_verilogbehavioralsimulation");
    }
  }

  private void view(XmlElement views, String name, String displayName, String purpose) {
    XmlElement view = views.child("spirit:view");
    view.child(NAME, name);
    view.child("spirit:displayName", displayName);
    view.child("spirit:envIdentifier", "verilogSource:vivado.xilinx.com:" + purpose);
    view.child("spirit:language", "verilog");
    view.child("spirit:modelName", core.name());
    view.child("spirit:fileSetRef").child("spirit:localName", SYNTHESIS_FILES);
  }

  private void fileSet() {
    XmlElement set = root.child("spirit:fileSets").child("spirit:fileSet");
    set.child(NAME, SYNTHESIS_FILES);
    for (String file : files) {
      XmlElement element = set.child("spirit:file");
      element.child(NAME, file);
      element.child("spirit:fileType", "verilogSource");
    }
  }

  private void vendorExtensions() {
    XmlElement extensions = root.child("spirit:vendorExtensions").child("xilinx:coreExtensions");
    XmlElement families = extensions.child("xilinx:supportedFamilies");
    for (String family : FAMILIES) {
      families.child("xilinx:family", family).with("xilinx:lifeCycle", "Production");
    }
    extensions.child("xilinx:taxonomies").child("xilinx:taxonomy", "/UserIP");
    extensions.child("xilinx:displayName", core.name());
    extensions.child("xilinx:coreRevision", 1);
  }
}
