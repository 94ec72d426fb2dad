package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
  @TempDir Path folder;

  @Test
  void whatIsExportedIsReadAgain() throws IOException {
    Path network = TinyNetwork.write(folder);
    Path data = Files.writeString(folder.resolve("data.csv"), "a,b\n1,2\n-3.4,7\n7,-8\n");
    Path exported = folder.resolve("tiny.onnx");
    Path again = folder.resolve("again.onnx");
    Path design = folder.resolve("design");

    CommandRun run =
        CommandRun.of("export", network.toString(), "-o", exported.toString(), "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().get("file").textValue()).isEqualTo(exported.toString());
    assertThat(export(exported, again).exitCode()).isZero();
    assertThat(export(exported, again).exitCode()).as("replaces its own").isZero();
    CommandRun emitted = CommandRun.of("emit", exported.toString(), "-o", design.toString());
    assertThat(emitted.exitCode()).as(emitted.err()).isZero();
    assertThat(export(design, again).exitCode()).isZero();
    assertThat(predict(design, data)).isEqualTo(predict(network, data));
  }

  @Test
  void nothingElseIsReplaced() throws IOException {
    Path network = TinyNetwork.write(folder);
    String before = Files.readString(network);

    CommandRun run = export(network, network);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("a file that hdlgen did not export").hasLineCount(1);
    assertThat(Files.readString(network)).isEqualTo(before);
    assertThat(export(network, folder).exitCode()).isEqualTo(2);
    assertThat(export(network, network.resolve("in/a/file.onnx")).exitCode()).isEqualTo(74);
  }

  @Test
  void foldersAreMadeAsByTheOtherCommands() throws IOException {
    Path network = TinyNetwork.write(folder);
    assertThat(export(network, folder.resolve("new/folder/net.onnx")).exitCode()).isZero();
    assertThat(folder.resolve("new/folder")).isDirectoryContaining("glob:**net.onnx");
  }

  private static CommandRun export(Path from, Path to) {
    return CommandRun.of("export", from.toString(), "-o", to.toString());
  }

  private static String predict(Path network, Path data) {
    CommandRun run = CommandRun.of("predict", network.toString(), "--data", data.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out();
  }
}
