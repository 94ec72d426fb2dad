package io.hdlgen.hdl.formal;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.testing.VerilogTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StreamProofTest {
  @Test
  void dump() throws IOException, InterruptedException {
    dump("down", StreamDesign.folded(1, List.of(4, 4, 2), List.of(new Folding(2, 2), new Folding(1, 1))));
    dump("up", StreamDesign.folded(1, List.of(4, 4, 2), List.of(new Folding(1, 2), new Folding(2, 2))));
    dump("flat", StreamDesign.folded(1, List.of(4, 4, 2), List.of(new Folding(4, 4), new Folding(2, 4))));
    dump("odd", StreamDesign.folded(2, List.of(3, 3, 3), List.of(new Folding(2, 2), new Folding(2, 1))));
    dump("unrolled", StreamDesign.unrolled(2, List.of(3, 3, 3), 3));
  }

  void dump(String name, StreamDesign d)throws IOException, InterruptedException {
    Path folder = Path.of("/tmp/fv/top-" + name);
    Files.createDirectories(folder);
    System.out.println(name + " " + d.signature().latencyCycles() + " " + d.signature().latencyFromLastBeat() + " " + d.signature().initiationInterval());
    System.out.println(d.proof(folder).upTo(2, d.checker(12, 50, 50)));
  }
}
