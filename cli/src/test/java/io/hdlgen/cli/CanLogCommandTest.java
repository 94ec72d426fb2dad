package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code hdlgen can generate} and {@code hdlgen can convert}. */
class CanLogCommandTest {
  private static final String ATTACKS = "dos,fuzzy,gear,rpm,replay,suspension,masquerade";

  @TempDir Path folder;

  @Test
  void whatIsGeneratedSaysThatItIsSynthetic() throws IOException {
    Path log = folder.resolve("new/log.csv");
    CommandRun run = generate(log, "--minutes", "1", "--attacks", ATTACKS, "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode json = run.json();
    assertThat(json.get("synthetic").booleanValue()).isTrue();
    assertThat(json.get("seconds").doubleValue()).isEqualTo(60);
    assertThat(json.get("busLoad").doubleValue()).isBetween(0.45, 0.7);
    String text = Files.readString(log);
    assertThat(text).startsWith("# hdlgen synthetic CAN traffic: generated, not recorded; seed 1,");
    assertThat(text).contains("\n# attack ");
    assertThat(text.lines().filter(line -> !line.startsWith("#")))
        .hasSize(json.get("frames").intValue());
    assertThat(text.lines().filter(line -> line.endsWith(",dos")))
        .hasSize(json.get("framesByLabel").path("dos").intValue());
  }

  @Test
  void sameSeedSameBytes() throws IOException {
    Path first = folder.resolve("first.csv.gz");
    Path second = folder.resolve("second.csv.gz");
    for (Path log : new Path[] {first, second, first}) {
      assertThat(generate(log, "--minutes", "0.2", "--attacks", ATTACKS).exitCode()).isZero();
    }
    assertThat(first).hasSameBinaryContentAs(second);
    generate(second, "--minutes", "0.2", "--attacks", ATTACKS, "--seed", "2");
    assertThat(Files.readAllBytes(first)).isNotEqualTo(Files.readAllBytes(second));
  }

  /** Through all formats and back; only labels are lost where there are none. */
  @Test
  void conversionLosesNothing() throws IOException {
    Path log = folder.resolve("log.csv");
    generate(log, "--minutes", "0.05");
    Path last = log;
    for (String format :
        new String[] {"car-hacking", "survival", "normal-run", "candump-log", "candump", "asc"}) {
      Path next = folder.resolve(format + ".gz");
      CommandRun run = convert(last, next, "--to", format, "--json");
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.json().get("to").textValue()).isEqualTo(format);
      assertThat(run.json().get("synthetic").booleanValue()).isTrue();
      assertThat(run.err().contains("the labels are lost")).isEqualTo(format.equals("normal-run"));
      last = next;
    }
    Path back = folder.resolve("back.csv");
    assertThat(convert(last, back, "--unlabelled", "benign").exitCode()).isZero();
    assertThat(frames(back)).isEqualTo(frames(log));
  }

  private static String frames(Path log) throws IOException {
    String text = Files.readString(log);
    return text.substring(text.indexOf('\n'));
  }

  @Test
  void malformedLinesAreToldOrFatal() throws IOException {
    Path log =
        Files.writeString(
            folder.resolve("in.csv"), "1.0,0316,1,00,T\nx\n2.0,0316,1,00,R\n1.5,0316,1,00,R\n");
    CommandRun run = convert(log, folder.resolve("out.csv"), "--injected", "dos");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .contains("line 2: found \"x\"; expected a time in seconds")
        .contains("malformed lines skipped: 1")
        .contains("times that go backwards: 1, the first in line 4");
    assertThat(folder.resolve("out.csv"))
        .hasContent(
            "1.000000,0316,1,00,dos\n2.000000,0316,1,00,benign\n1.500000,0316,1,00,benign\n");
    CommandRun strict = convert(log, folder.resolve("strict.csv"), "--strict");
    assertThat(strict.exitCode()).isEqualTo(2);
    assertThat(strict.err()).contains("in.csv: line 2: found").hasLineCount(1);
    assertThat(folder.resolve("strict.csv")).doesNotExist();
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void standardInputIsRead() {
    InputStream before = System.in;
    try {
      System.setIn(
          new ByteArrayInputStream("(1.0) can0 123#11\n".getBytes(StandardCharsets.US_ASCII)));
      Path out = folder.resolve("out.csv");
      assertThat(CommandRun.of("can", "convert", "-", out.toString()).exitCode()).isZero();
      assertThat(out).hasContent("1.000000,0123,1,11,unknown\n");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void recordedLogsAreNotReplaced() throws IOException {
    String text = "1.0,0316,1,00,R\n";
    Path log = Files.writeString(folder.resolve("in.csv"), text);
    for (CommandRun run : new CommandRun[] {generate(log), convert(log, log)}) {
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("a file that hdlgen has not generated").hasLineCount(1);
    }
    assertThat(log).hasContent(text);
    assertThat(generate(log.resolve("below")).exitCode()).isEqualTo(74);
  }

  @Test
  void logsWithoutFramesAreNotConverted() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.csv"), "");
    Path out = folder.resolve("e.log");
    CommandRun run =
        CommandRun.of("can", "convert", empty.toString(), out.toString(), "--format", "labelled");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(empty + ": found no CAN frame").hasLineCount(1);
    assertThat(folder).isDirectoryNotContaining("glob:**e.log*");
  }

  @Test
  void channelsOfFormatsWithoutAreRefused() throws IOException {
    Path log = Files.writeString(folder.resolve("in.csv"), "1.0,0316,1,00,R\n");
    Path out = folder.resolve("out.csv");
    CommandRun run =
        CommandRun.of("can", "convert", log.toString(), out.toString(), "--channel", "zzz");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("--channel: found a name, and a log in the format car-hacking")
        .hasLineCount(1);
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "can generate -o out --attacks arson      | --attacks: found \"arson\"",
        "can generate -o out --attacks dos,dos    | --attacks: found one of them twice",
        "can generate -o out --attacks ,          | --attacks: found \",\"; expected entries with"
            + " commas",
        "can generate -o out --minutes 0          | --minutes: found 0.0 minutes",
        "can generate -o out --minutes NaN        | --minutes: found NaN minutes",
        "can train in.csv -o out --attack arson   | --attack: found \"arson\"",
        "can train in.csv -o out --epochs 0       | --epochs: found 0",
        "can train in.csv -o out --learning-rate 0 | --learning-rate: found 0.0",
        "can generate -o out --to mp3             | --to: found \"mp3\"",
        "can generate                             | Missing required option",
        "can convert no/such.csv out.csv          | no such file",
        "can convert no/such.csv out              | a name that tells no format",
        "can convert in out.csv --format mp3      | --format: found \"mp3\"",
        "can convert in out.csv --injected benign | an attack, such as dos",
        "can convert in out.csv --unlabelled good | --unlabelled: found \"good\"",
        "can                                      | Missing command",
      })
  void wrongCommandsAreRefused(String command, String message) {
    CommandRun run = CommandRun.of(command.split(" "));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(message).hasLineCount(1);
    assertThat(Path.of("out")).doesNotExist();
  }

  private static CommandRun generate(Path log, String... more) {
    return run(new String[] {"can", "generate", "-o", log.toString()}, more);
  }

  private static CommandRun convert(Path from, Path to, String... more) {
    return run(new String[] {"can", "convert", from.toString(), to.toString()}, more);
  }

  private static CommandRun run(String[] command, String[] more) {
    String[] all = Arrays.copyOf(command, command.length + more.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    return CommandRun.of(all);
  }
}
