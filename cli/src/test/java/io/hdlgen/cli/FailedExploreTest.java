package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hdlgen.flow.doctor.Doctor;
import io.hdlgen.flow.doctor.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search whose circuit comes wrong out of synthesis: a Yosys that writes another gate. */
class FailedExploreTest {
  @TempDir Path folder;

  @Test
  void theCircuitIsNamedEverywhere() throws Exception {
    ExternalTools.need(Tool.YOSYS, Tool.VERILATOR);
    Blobs.write(folder.resolve("blobs.csv"), 60, 1);
    CommandProcess process =
        new CommandProcess(
            folder,
            Map.of("PATH", wrongYosys() + ":" + System.getenv("PATH")),
            "-Dhdlgen.explore.moves=20");
    CommandRun run =
        process.run(
            "explore",
            "--target",
            "egfet_1v0",
            "--data",
            "blobs.csv",
            "--generations",
            "1",
            "-o",
            "found");
    assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
    JsonNode front = new ObjectMapper().readTree(folder.resolve("found/front.json").toFile());
    String id = front.get("recommended").asText();
    for (JsonNode point : front.get("front")) {
      JsonNode verification = point.get("verification");
      if (point.get("id").asText().equals(id)) {
        assertThat(verification.get("passed").asBoolean()).isFalse();
        assertThat(verification.get("mismatches").asLong()).isPositive();
      } else {
        assertThat(verification.isNull()).isTrue();
      }
    }
    assertThat(run.err()).contains(id + " differs from its reference: ");
    assertThat(run.out()).containsPattern("(?m)^" + id + " .* DIFFERS from its reference$");
    assertThat(folder.resolve("found/report.html"))
        .content()
        .contains("Verification failed", id + " differs from its reference: ");
  }

  /** A folder with the program: as the real one, but its Verilog has an inverse gate. */
  private Path wrongYosys() throws IOException {
    Path real = Doctor.ofEnvironment().find(Tool.YOSYS).orElseThrow();
    Path programs = Files.createDirectory(folder.resolve("programs"));
    Path wrong =
        Files.writeString(
            programs.resolve("yosys"),
            """
            #!/bin/sh
            "%s" "$@" || exit $?
            for file in *.v; do
              test "$file" = cells.v || test ! -f "${file%%.v}.genlib" || test -f "$file.bak" || sed -i.bak \\
                -e 's/^ *NAND2X1/  AND2X1/;t' -e 's/^ *NOR2X1/  OR2X1/;t' \\
                -e 's/^ *AND2X1/  NAND2X1/;t' -e 's/^ *OR2X1/  NOR2X1/' "$file"
            done
            exit 0
            """
                .formatted(real));
    assertThat(wrong.toFile().setExecutable(true)).isTrue();
    return programs;
  }
}
