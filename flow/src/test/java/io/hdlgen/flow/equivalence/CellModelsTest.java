package io.hdlgen.flow.equivalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.hdlgen.flow.doctor.Doctor;
import io.hdlgen.flow.doctor.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our models of cells without registers against those that come with Yosys. */
class CellModelsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "ice40, SB_LUT4:LUT_INIT=16'hCA53 SB_CARRY",
    "ecp5, LUT4:INIT=16'hCA53 PFUMX L6MUX21 CCU2C:INIT0=16'h96AA:INIT1=16'h69C3"
        + " CCU2C:INIT0=16'h96AA:INIT1=16'h69C3:INJECT1_0=\"NO\":INJECT1_1=\"NO\"",
    "gowin, LUT1:INIT=2'h1 LUT3:INIT=8'h5C LUT4:INIT=16'hCA53 MUX2_LUT5 MUX2_LUT8 ALU:ALU_MODE=0"
        + " ALU:ALU_MODE=1 ALU:ALU_MODE=2 ALU:ALU_MODE=3 ALU:ALU_MODE=4 ALU:ALU_MODE=5"
        + " ALU:ALU_MODE=6 ALU:ALU_MODE=7 ALU:ALU_MODE=8 ALU:ALU_MODE=9",
    "xilinx, LUT2:INIT=4'h7 LUT6:INIT=64'h123456789ABCDEF0 MUXF7 MUXF8 CARRY4 INV"
  })
  void theyDoWhatYosysSays(String family, String cells) throws Exception {
    if (Doctor.ofEnvironment().find(Tool.YOSYS).isEmpty()) {
      if (Boolean.getBoolean("require.tools")) {
        fail("no yosys");
      }
      abort("skipped: no yosys");
    }
    Files.writeString(folder.resolve("ours.v"), CellModels.of(family));
    List<String> script = new ArrayList<>();
    for (String cell : cells.split(" ")) {
      String[] parts = cell.split(":");
      StringBuilder parameters = new StringBuilder();
      for (int i = 1; i < parts.length; i++) {
        parameters.append(" -set ").append(parts[i].replace("=", " "));
      }
      String derive =
          parameters.length() == 0 ? "" : "chparam" + parameters + " " + parts[0] + "; ";
      String rest = derive + "hierarchy -top " + parts[0] + "; proc; flatten; rename " + parts[0];
      script.add("design -reset; read_verilog +/" + family + "/cells_sim.v; " + rest + " theirs");
      script.add("design -stash theirs; design -reset; read_verilog ours.v; " + rest + " ours");
      script.add("design -copy-from theirs -as theirs theirs");
      script.add("miter -equiv -flatten -make_assert ours theirs both; hierarchy -top both");
      script.add("sat -verify -prove-asserts -timeout 20 both");
    }
    new Yosys("yosys", folder).run("compare", script);
    assertThat(Files.readString(folder.resolve("compare.log"))).doesNotContain("ERROR");
  }

  @Test
  void theFamilyIsTakenThatHasTheCells() {
    Map<String, Set<String>> cells = Map.of("LUT4", Set.of("F", "I0", "I1", "I2", "I3"));
    assertThat(CellModels.closest(cells)).isEqualTo(CellModels.of("gowin"));
    assertThat(CellModels.missing(CellModels.of("ecp5"), cells)).containsExactly("LUT4");
    assertThat(CellModels.missing(CellModels.of("gowin"), cells)).isEmpty();
  }
}
