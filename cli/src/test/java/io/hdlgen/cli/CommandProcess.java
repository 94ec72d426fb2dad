package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Command lines in Java virtual machines of their own. */
final class CommandProcess {
  private final Path folder;
  private final List<String> command = new ArrayList<>();
  private final ProcessBuilder builder;

  /**
   * @param folder the working directory; also holds {@code out} and {@code err}
   * @param javaOptions of the virtual machine
   */
  CommandProcess(Path folder, Map<String, String> environment, String... javaOptions) {
    this.folder = folder;
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(javaOptions));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    builder =
        new ProcessBuilder()
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile());
    builder.environment().putAll(environment);
  }

  Process start(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(arguments));
    return builder.command(all).start();
  }

  CommandRun run(String... arguments) throws IOException, InterruptedException {
    return await(start(arguments));
  }

  CommandRun await(Process process) throws IOException, InterruptedException {
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new CommandRun(
        process.exitValue(),
        Files.readString(folder.resolve("out")),
        Files.readString(folder.resolve("err")));
  }
}
