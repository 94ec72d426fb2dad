package io.hdlgen.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hdlgen.flow.design.DesignFixture;
import io.hdlgen.flow.folder.DesignFolder;
import io.hdlgen.flow.progress.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages say of the C header is what emit writes. */
class CHeaderDocumentationTest {
  @TempDir Path folder;

  @Test
  void theHeaderHasTheNamesOnThePage() throws IOException {
    String section =
        DesignFixture.page("formats/design.md")
            .split("\n## c/&lt;top&gt;.h\n")[1]
            .split("\n## ")[0];
    String header = Files.readString(emit().resolve("c/door.h"));
    List<String> names =
        Pattern.compile("`([^`]*(?:door|DOOR)_[^`]*)`")
            .matcher(section)
            .results()
            .map((MatchResult match) -> match.group(1).replace("[]", ""))
            .toList();
    assertThat(names).hasSizeGreaterThan(10).allSatisfy(name -> assertThat(header).contains(name));
  }

  @Test
  void theManifestHasTheHeader() throws IOException {
    DesignFolder design = DesignFolder.open(emit());
    assertThat(design.manifest().files()).containsKey("c/door.h");
    Files.writeString(design.file("c/door.h"), "// mine");
    assertThat(design.changed()).containsExactly("c/door.h");
  }

  @Test
  void theExampleOfTheInterfaceWorks() throws IOException, InterruptedException {
    needGcc();
    String page = DesignFixture.page("interface.md");
    String call = page.split("\n`door_alarm\\(")[1].split("`")[0];
    assertThat(page).contains("is 0, with the scores 14 and -3 from above");
    String main =
        """
        #include <stdio.h>
        int main(void) {
          int64_t scores[DOOR_SCORES];
          int alarm = door_alarm(%s;
          printf("%%s %%d %%d %%d", door_class_names[alarm], alarm, (int)scores[0], (int)scores[1]);
          return 0;
        }
        """
            .formatted(call);
    Path source = emit().resolveSibling("example.c");
    Files.writeString(
        source, page.split("\n## From C\n")[1].split("```c\n")[1].split("```")[0] + main);
    Path program = folder.resolve("example");
    String strict = "-std=c99 -Wall -Wextra -Wpedantic -Wconversion -Werror";
    String files = " -I %s/c %s -o %s -lm".formatted(folder.resolve("door"), source, program);
    assertThat(run(List.of(("gcc " + strict + files).split(" ")))).isEmpty();
    assertThat(run(List.of(program.toString()))).isEqualTo("ok 0 14 -3");
  }

  private static void needGcc() throws InterruptedException {
    try {
      new ProcessBuilder("gcc", "--version").redirectErrorStream(true).start().waitFor();
    } catch (IOException missing) {
      assumeTrue(Boolean.getBoolean("require.tools"), "skipped: no gcc");
      fail("no gcc");
    }
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private Path emit() throws IOException {
    String network = DesignFixture.page("interface.md").split("```json\n")[1].split("```")[0];
    Path file = Files.writeString(folder.resolve("door.json"), network);
    EmitRequest request =
        EmitRequest.of(file)
            .withCheck(new EmitRequest.Check(OptionalInt.of(8), 1, false))
            .withOutput(folder.resolve("door"));
    return Hdlgen.emit(request, Progress.NONE).folder().orElseThrow();
  }
}
