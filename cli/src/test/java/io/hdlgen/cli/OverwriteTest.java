package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code emit} deletes nothing that the user has put into its folder, unless told to. */
class OverwriteTest {
  @TempDir Path folder;
  private Path design;
  private String network;

  @BeforeEach
  void emitOnce() throws IOException {
    design = folder.resolve("design");
    network = TinyNetwork.write(folder).toString();
    assertThat(emit(network).exitCode()).isZero();
  }

  @Test
  void addedAndEditedFilesAreRefusedBeforeTheWork() throws IOException {
    Path notes = Files.writeString(design.resolve("notes.txt"), "mine");
    refused("notes.txt, which emit did not write; expected");
    Files.createDirectory(design.resolve("synth"));
    Files.writeString(design.resolve("synth/run.tcl"), "mine");
    Path rtl = design.resolve("rtl/my_net.v");
    Files.writeString(rtl, Files.readString(rtl) + "// mine\n");
    refused("notes.txt, which emit did not write, and 2 more files; expected");
    Files.delete(notes);
    refused("rtl/my_net.v, changed since emit wrote it, and 1 more file; expected");
    CommandRun run = emit(network, "--overwrite");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(design.resolve("synth")).doesNotExist();
    assertThat(rtl).content().doesNotContain("mine");
    assertThat(design.resolve("manifest.json")).content().doesNotContain("--overwrite");
  }

  @Test
  void whatVerifyReplacesAndWhatIsGoneIsNoObstacle() throws IOException {
    Files.writeString(design.resolve("verification.json"), "{}");
    Files.delete(design.resolve("metrics.json"));
    CommandRun run = emit(network);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(design.resolve("metrics.json")).exists();
  }

  @Test
  void foldersOfOthersAreRefusedWhateverIsSaid() throws IOException {
    Files.delete(design.resolve("manifest.json"));
    CommandRun run = emit(network, "--overwrite");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("a folder without a manifest of hdlgen").hasLineCount(1);
  }

  /** The model, which is looked at later, is not there. */
  private void refused(String message) {
    CommandRun run = emit(folder.resolve("none.onnx").toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("hdlgen: " + design + ": found " + message)
        .contains("choose another folder with -o", "--overwrite")
        .hasLineCount(1);
  }

  private CommandRun emit(String model, String... options) {
    List<String> all = new ArrayList<>(List.of("emit", model, "-o", design.toString()));
    all.addAll(List.of("--count", "10", "--arch", "combinational"));
    all.addAll(List.of(options));
    return CommandRun.of(all.toArray(String[]::new));
  }
}
