package io.hdlgen.sim.check;

import io.hdlgen.hdl.*;
import java.nio.file.*;
import java.util.*;

final class TmpDump {
  @org.junit.jupiter.api.Test
  void dump() throws Exception {
    int seed = Integer.getInteger("seed", 6);
    var random = new io.hdlgen.quantizer.reference.RandomNetworks(seed);
    var network = random.next();
    var f = RandomFoldings.of(network, new Random(seed));
    var d =
        HardwareCompiler.compile(
            network,
            new HardwareOptions(
                "d" + seed,
                io.hdlgen.hdl.signature.Architecture.FOLDED,
                io.hdlgen.hdl.lower.Outputs.values()[seed % 3],
                50 + seed % 400,
                OptionalInt.empty(),
                f,
                seed % 2 == 0,
                new io.hdlgen.hdl.cost.CostModel("test", 0.5, 0.7, 0.8, 0.03),
                List.of()));
    Path p = Path.of("/tmp/q/dump");
    Files.createDirectories(p);
    for (var file : d.files()) Files.writeString(p.resolve(file.name()), file.text());
    System.err.println(f + " " + d.folded().get().cycles() + " " + d.folded().get().depths());
  }
}
