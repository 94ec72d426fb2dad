package io.hdlgen.flow.doctor;

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
      "tests: checks the emitted Verilog",
      List.of("-V"),
      "0.23",
      new Packages("yosys", "yosys", "yosys"));

  /** The name of the package on each platform. */
  record Packages(String apt, String dnf, String brew) {}

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

  /** Whether all works without it. */
  public boolean optional() {
    return this == CCACHE;
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
