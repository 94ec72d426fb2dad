package io.hdlgen.flow.equivalence;

import io.hdlgen.hdl.text.NetlistParser;
import java.nio.file.*;
import java.util.*;

public class Trial {
  public static void main(String[] a) throws Exception {
    Path d = Path.of(a[0]);
    String t = a[1];
    String top = a[2];
    double s = Double.parseDouble(a[3]);
    Path tmp = Files.createTempDirectory("trial");
    System.out.println(tmp);
    long t0 = System.nanoTime();
    MappedNetlist m =
        MappedNetlist.read(
            d.resolve("synth/" + t + "/netlist.v"),
            d.resolve("synth/" + t + "/cells.v"),
            top,
            "yosys",
            tmp);
    System.out.printf("read %.1f%n", (System.nanoTime() - t0) / 1e9);
    List<Path> rtl;
    try (var st = Files.list(d.resolve("rtl"))) {
      rtl = st.sorted().toList();
    }
    ProofResult r =
        m.prove(
            rtl,
            NetlistParser.parse(Files.readString(d.resolve("netlist.txt")), "n"),
            "yosys-abc",
            s,
            1);
    System.out.printf("all %.1f%n", (System.nanoTime() - t0) / 1e9);
    for (BlockProof b : r.blocks())
      System.out.println(
          b.describe()
              + " "
              + b.method()
              + " bits "
              + b.bits()
              + " in "
              + b.inputs()
              + " "
              + b.counterexample());
    System.out.println(
        r.unmatched().size() + " unmatched " + r.unmatched().stream().limit(20).toList());
    for (Method x : Method.values()) System.out.println(x + " " + r.count(x));
    System.out.println(r.cycles() + " cycles, s " + r.seconds());
  }
}
