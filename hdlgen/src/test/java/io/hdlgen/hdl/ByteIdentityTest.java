package io.hdlgen.hdl;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.testing.EmitSamples;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Neither locale, time zone, encoding, working directory nor hash order change a byte. */
class ByteIdentityTest {
  @TempDir Path folder;

  @Test
  void anotherMachineEmitsTheSameBytes() throws IOException, InterruptedException {
    byte[] here =
        emit(Path.of("."), "-Duser.language=en", "-Duser.timezone=UTC", "-Dfile.encoding=UTF-8");
    byte[] there =
        emit(
            folder,
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.timezone=Asia/Kathmandu",
            "-Dfile.encoding=ISO-8859-1",
            "-Dline.separator=\r\n");
    assertThat(here.length).isGreaterThan(10_000);
    assertThat(there).isEqualTo(here);
  }

  private static byte[] emit(Path workingDirectory, String... properties)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(properties));
    command.addAll(List.of("-cp", classPath(), EmitSamples.class.getName()));
    Process process =
        new ProcessBuilder(command)
            .directory(workingDirectory.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    byte[] output = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    return output;
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
