package io.hdlgen.explore.yield;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.boards.Target;
import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.boards.printed.GateNetlist;
import io.hdlgen.boards.printed.GateNetlistReader;
import io.hdlgen.explore.MappedTree;
import io.hdlgen.explore.words.AnswerableClasses;
import io.hdlgen.explore.words.SensorBill;
import io.hdlgen.explore.words.SensorLine;
import io.hdlgen.flow.design.SignatureJson;
import io.hdlgen.flow.synth.PrintedOptions;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A design of thermometer features, mapped, against the reference on real values. */
class SynthesisedTrialTest {
  private static final Target TARGET = TargetCatalogue.builtIn().find(MappedTree.TARGET);

  @TempDir Path folder;

  @Test
  void isRightWhereTheReferenceIs() throws IOException {
    Path design = folder.resolve("tree");
    MappedTree.make(design, PrintedOptions.USUAL);
    Signature signature =
        SignatureJson.read(Files.readString(design.resolve("signature.json")), "signature.json");
    GateNetlist netlist =
        GateNetlistReader.read(
            Files.readString(design.resolve("synth/egfet_1v0/netlist.json")),
            signature.top(),
            TARGET.printed().orElseThrow().library(),
            "netlist.json");
    IntegerNetwork network = NetworkJson.read(MappedTree.NETWORK);
    Random random = new Random(2);
    double[][] values = new double[500][];
    for (int r = 0; r < values.length; r++) {
      // Halves of steps are ties of the rounding.
      values[r] = new double[] {random.nextInt(40) / 2.0 - 2, random.nextInt(40) / 8.0 - 0.5};
    }
    TrialCircuit circuit =
        TrialCircuit.of(netlist, signature, network, values, labels(network, values));
    assertThat(circuit.right()).isEqualTo(values.length);
    SensorBill bill = SensorBill.of(circuit.converters(), Optional.empty());
    assertThat(bill.parts().comparators()).isEqualTo(5);
    assertThat(bill.lines()).extracting(SensorLine::feature).containsExactly("a", "b");
    assertThat(AnswerableClasses.of(netlist, circuit.classPort(), circuit.converters()))
        .contains(circuit.answered());
    // Ties go to the even neighbour: 3, 9 and 11 begin just above these.
    assertThat(bill.lines().get(0).levels().toString()).isEqualTo("[2.5, 8.5, 10.5]");
  }

  private static int[] labels(IntegerNetwork network, double[][] values) {
    List<InputFeature> features = network.inputs();
    long[][] codes =
        Arrays.stream(values)
            .map(row -> new long[] {features.get(0).encode(row[0]), features.get(1).encode(row[1])})
            .toArray(long[][]::new);
    return new ReferenceModel(network).classify(codes, 1);
  }
}
