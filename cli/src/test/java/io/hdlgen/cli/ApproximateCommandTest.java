package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code approximate} refuses: one line, exit code 2, nothing written. */
class ApproximateCommandTest {
  @TempDir static Path folder;

  @BeforeAll
  static void makeInputs() throws IOException {
    String network = Files.readString(TinyNetwork.write(folder));
    Files.writeString(
        folder.resolve("scores.json"),
        network.replace("\"arg_max\"", "\"scores\"").replace("[\"no\", \"yes\"]", "[]"));
    Files.writeString(folder.resolve("rows.csv"), "a,b,y\n1,2,no\n3,-4,yes\n5,1,no\n0,7,yes\n");
    Files.writeString(folder.resolve("few.csv"), "a,b,y\n1,2,no\n3,-4,yes\n");
    Files.writeString(folder.resolve("other.csv"), "a,b,y\n1,2,ant\n3,-4,bee\n5,1,ant\n0,7,bee\n");
    Files.writeString(
        folder.resolve("wide.csv"), "a,c,d,y\n1,2,3,no\n3,4,5,yes\n5,1,1,no\n0,7,1,yes\n");
    Files.createDirectory(folder.resolve("taken"));
    Files.writeString(folder.resolve("taken/mine.txt"), "mine");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "my_net.json | approximate: found no --data",
        "my_net.json --data rows.csv --target ulx3s_85f | --target: found ulx3s_85f, a board",
        "my_net.json --data rows.csv --target nowhere | found nowhere",
        "my_net.json --data rows.csv --population 2 | --population: found 2",
        "my_net.json --data rows.csv --max-loss 7 | --max-loss: found 7.0",
        "my_net.json --data rows.csv --test-rows r --test-data few.csv | --test-rows: found --test-data",
        "my_net.json --data few.csv | few.csv: found 2 classes in 2 rows",
        "my_net.json --data other.csv | other.csv: found classes ant, bee",
        "my_net.json --data wide.csv | 3 feature columns",
        "scores.json --data rows.csv | scores.json: found 0 classes",
        "rows.csv --data rows.csv | rows.csv",
        "my_net.json --data rows.csv -o taken | taken: found something that approximate did not write"
      })
  void refuses(String line, String message) {
    String[] arguments =
        Arrays.stream(("approximate " + line).split(" "))
            .map(word -> word.equals("my_net.json") ? "my net.json" : word)
            .map(word -> word.matches(".*\\.(json|csv)|taken") ? folder.resolve(word) + "" : word)
            .toArray(String[]::new);
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(message).hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void nothingWasWritten() {
    refuses("my_net.json --data few.csv", "few.csv");
    assertThat(Path.of("my net-approximate")).doesNotExist();
  }
}
