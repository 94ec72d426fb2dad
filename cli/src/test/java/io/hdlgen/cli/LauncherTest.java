package io.hdlgen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code bin/hdlgen} and {@code bin/lib/tools.sh} in a checkout with a space in its name, with a
 * {@code java} and an {@code mvn} that write down how they were called.
 */
class LauncherTest {
  @TempDir Path temporary;

  private FakeCheckout checkout;

  @BeforeEach
  void makeACheckout() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: no /bin/sh");
    checkout = new FakeCheckout(temporary);
  }

  @Test
  void buildsOnFirstUseAndOnlyThen() throws Exception {
    FakeCheckout.Run first = checkout.hdlgen(Map.of(), "targets", "--json");
    assertThat(first.exitCode()).isZero();
    assertThat(first.out()).isEmpty();
    assertThat(first.err()).isEqualTo("building hdlgen (first use) ...\n");
    assertThat(checkout.builds()).isEqualTo(1);
    FakeCheckout.Run second = checkout.hdlgen(Map.of(), "targets");
    assertThat(second.err()).isEmpty();
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void buildsAgainWhenASourceIsNewerOrGone() throws Exception {
    checkout.hdlgen(Map.of(), "targets");
    checkout.source("cli/src/main/java/Main.java", Instant.now().plusSeconds(5));
    checkout.hdlgen(Map.of("HDLGEN_NO_BUILD", "1"), "targets");
    assertThat(checkout.builds()).as("forbidden").isEqualTo(1);
    assertThat(checkout.hdlgen(Map.of(), "targets").err())
        .isEqualTo("building hdlgen (sources changed) ...\n");
    assertThat(checkout.builds()).isEqualTo(2);
    checkout.source("cli/src/main/java/Main.java", Instant.now().minusSeconds(100));
    checkout.source("cli/pom.xml", Instant.now().plusSeconds(5));
    checkout.hdlgen(Map.of(), "targets");
    assertThat(checkout.builds()).isEqualTo(3);
    checkout.source("cli/pom.xml", Instant.now().minusSeconds(100));
    checkout.hdlgen(Map.of(), "targets");
    assertThat(checkout.builds()).isEqualTo(3);
    Thread.sleep(20);
    Files.delete(checkout.root().resolve("cli/src/main/java/Main.java"));
    checkout.hdlgen(Map.of(), "targets");
    assertThat(checkout.builds()).as("a deleted source").isEqualTo(4);
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    Process first = checkout.start(Map.of("FAKE_SLEEP", "1"), "first", "targets");
    Process second = checkout.start(Map.of("FAKE_SLEEP", "1"), "second", "targets");
    assertThat(first.waitFor()).isZero();
    assertThat(second.waitFor()).isZero();
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void goesOnlineOnlyForWhatIsMissing() throws Exception {
    FakeCheckout.Run run =
        checkout.hdlgen(
            Map.of("FAKE_OFFLINE_FAILURE", "Cannot access central in offline mode"), "targets");
    assertThat(run.exitCode()).isZero();
    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void aFailedBuildShowsItsOutputOnStderr() throws Exception {
    FakeCheckout.Run run =
        checkout.hdlgen(Map.of("FAKE_FAILURE", "Main.java:[1,1] error"), "targets", "--json");
    assertThat(run.exitCode()).isEqualTo(70);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Main.java:[1,1] error", "the build failed");
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void passesArgumentsAndExitCodeThrough() throws Exception {
    checkout.hdlgen(Map.of(), "targets");
    Files.delete(checkout.calls());
    FakeCheckout.Run run =
        checkout.hdlgen(
            Map.of("FAKE_EXIT", "74", "HDLGEN_JAVA_OPTS", "-Xmx8g -Da=b"), "emit", "a b", "*", "");
    assertThat(run.exitCode()).isEqualTo(74);
    List<String> lines = Files.readAllLines(checkout.calls());
    assertThat(lines).endsWith("java emit", "java a b", "java *", "java ");
    assertThat(lines).contains("java -Dfile.encoding=UTF-8");
    assertThat(lines)
        .as("the last option counts")
        .containsSubsequence("java -Xmx1536m", "java -Xmx8g", "java -Da=b", "java -jar");
  }

  @Test
  void worksThroughLinksFromAnywhere() throws Exception {
    Path links = Files.createDirectory(temporary.resolve("links"));
    Files.createSymbolicLink(links.resolve("one"), checkout.root().resolve("bin/hdlgen"));
    Files.createSymbolicLink(links.resolve("hdl"), Path.of("one"));
    FakeCheckout.Run run =
        checkout.run(Map.of(), List.of(links.resolve("hdl").toString(), "targets"));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readAllLines(checkout.calls()))
        .contains("java " + checkout.root().toRealPath() + "/cli/target/hdlgen.jar");
  }

  @Test
  void newJavaIsToldToAllowUnsafe() throws Exception {
    checkout.hdlgen(Map.of(), "targets");
    assertThat(Files.readString(checkout.calls())).doesNotContain("--sun-misc-unsafe");
    Files.writeString(checkout.programs().resolveSibling("release"), "JAVA_VERSION=\"25\"\n");
    checkout.hdlgen(Map.of(), "targets");
    assertThat(Files.readString(checkout.calls()))
        .contains("java --sun-misc-unsafe-memory-access=allow\n");
  }

  @Test
  void anOldJavaIsNamedWithTheLineToType() throws Exception {
    Files.writeString(
        checkout.programs().resolveSibling("release"), "JAVA_VERSION=\"1.8.0_402\"\n");
    FakeCheckout.Run run = checkout.hdlgen(Map.of("HDLGEN_INSTALL", "0"), "targets");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).hasLineCount(1).startsWith("hdlgen: missing: jdk; type: ");
  }

  @Test
  void installsWhatIsMissingWhenTold() throws Exception {
    Files.delete(checkout.programs().resolve("mvn"));
    checkout.program(
        "apt-get",
        """
        echo apt-get "$@" >>'%s'
        case $1 in install) printf '#!/bin/sh\\n: >"%s"\\n' >'%s'; chmod +x '%s' ;; esac"""
            .formatted(
                checkout.calls(),
                checkout.root().resolve("cli/target/hdlgen.jar"),
                checkout.programs().resolve("mvn"),
                checkout.programs().resolve("mvn")));
    FakeCheckout.Run run = checkout.isolated(Map.of("HDLGEN_INSTALL", "1"));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(checkout.calls()))
        .contains("apt-get install -y --no-install-recommends maven\n");
  }

  @Test
  void anInstallationThatFailsEndsWithTheLineToType() throws Exception {
    Files.delete(checkout.programs().resolve("mvn"));
    checkout.program("apt-get", "exit 100");
    FakeCheckout.Run run = checkout.isolated(Map.of("HDLGEN_INSTALL", "1"));
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("missing: mvn; type: ").endsWith(" maven\n");
  }
}
