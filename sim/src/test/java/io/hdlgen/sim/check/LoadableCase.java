package io.hdlgen.sim.check;

import io.hdlgen.hdl.HardwareCompiler;
import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.HardwareOptions;
import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.folded.LoadableDesign;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.load.Column;
import io.hdlgen.hdl.load.Declaration;
import io.hdlgen.hdl.load.LoadImage;
import io.hdlgen.hdl.load.LoadRegister;
import io.hdlgen.hdl.load.LoadRegister.Status;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.hdl.testing.RandomFoldings;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.reference.RandomNetworks;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.sim.check.LoadScript.Access;
import io.hdlgen.sim.cycle.Simulator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** A random network, its design with built-in numbers, and its loadable one. */
record LoadableCase(
    IntegerNetwork network,
    HardwareDesign builtIn,
    HardwareDesign loadable,
    long[][] codes,
    int seed) {
  /** So quick that no sum takes more than a cycle, however wide. */
  static final CostModel MODEL = new CostModel("test", 0.01, 0.01, 0.01, 0.001);

  private static final int SWITCHES = 4;
  private static final int ROWS = 25;

  static LoadableCase of(int seed) {
    RandomNetworks networks = new RandomNetworks(seed);
    IntegerNetwork network = networks.next();
    while (!small(network)) {
      network = networks.next();
    }
    if (seed % 10 == 9) {
      network = wide(network, new Random(seed));
    }
    List<Folding> foldings = RandomFoldings.of(network, new Random(seed));
    HardwareOptions options =
        new HardwareOptions(
            "d" + seed,
            Architecture.FOLDED,
            Outputs.values()[seed % 3],
            1,
            OptionalInt.empty(),
            foldings,
            Multiplication.AUTO,
            MODEL,
            List.of(),
            Bus.STREAM);
    return new LoadableCase(
        network,
        HardwareCompiler.compile(network, options),
        HardwareCompiler.compile(network, options.withLoadable(Declaration.of(network))),
        networks.codes(network, ROWS),
        seed);
  }

  /** With scores of more bits than are written at once. */
  private static IntegerNetwork wide(IntegerNetwork network, Random random) {
    long[] multipliers = new long[network.scores()];
    long[] offsets = new long[network.scores()];
    Arrays.setAll(multipliers, k -> 1 + random.nextInt(1 << 16));
    Arrays.setAll(offsets, k -> random.nextLong(-1L << 40, 1L << 40));
    List<String> names = new ArrayList<>();
    for (int k = 0; k < multipliers.length; k++) {
      names.add("class " + k);
    }
    return new IntegerNetwork(
        "wide",
        network.inputs(),
        network.layers(),
        new Decision.ArgMax(LongVector.of(multipliers), LongVector.of(offsets)),
        names);
  }

  /** Whether sums of any numbers in bounds fit what hardware can do. */
  private static boolean small(IntegerNetwork network) {
    int bits = 10;
    for (DenseLayer layer : network.layers()) {
      Range weights = Declaration.of(network).layers().get(0).weights();
      bits += weights.width() + 6;
      if (!(layer.activation() instanceof io.hdlgen.quantizer.network.Activation.Identity)) {
        bits = 10;
      }
    }
    for (DenseLayer layer : network.layers()) {
      for (int n = 0; n < layer.outputs(); n++) {
        for (int i = 0; i < layer.inputs(); i++) {
          if (Math.abs(layer.weights().get(n, i)) > 200) {
            return false;
          }
        }
      }
    }
    return bits < 30;
  }

  DesignCheck check() {
    return new DesignCheck(loadable.netlist(), loadable.signature(), vectors(network), seed);
  }

  private Vectors vectors(IntegerNetwork of) {
    ReferenceModel reference = new ReferenceModel(of);
    return new Vectors(
        loadable.signature(), codes, reference.classify(codes, 1), reference.scores(codes, 1));
  }

  LoadScript script() {
    LoadableDesign design = loadable.folded().orElseThrow().loadable().orElseThrow();
    Random random = new Random(seed);
    NetworkVariants variants = new NetworkVariants(network, design.declaration(), random);
    List<Vectors> versions = new ArrayList<>(List.of(vectors(network)));
    List<Access> accesses = new ArrayList<>();
    accesses.add(read(LoadRegister.ID, LoadRegister.ID_VALUE));
    accesses.add(read(LoadRegister.SHAPE, design.checksum()));
    accesses.add(read(LoadRegister.WORDS, design.map().words()));
    accesses.add(command(LoadRegister.SWITCH_BIT, true));
    for (int k = 1; k <= SWITCHES; k++) {
      IntegerNetwork next = variants.next();
      versions.add(vectors(next));
      LoadImage image = design.image(next);
      accesses.add(new Access.Read(LoadRegister.STATUS, bit(Status.BUSY), 0, false));
      if (k % 2 == 0) {
        wrong(accesses, image, design, random);
      }
      for (LoadImage.Write write : image.writes()) {
        accesses.add(new Access.Write(write.register(), write.value(), false, -1));
      }
      int active = (k - 1) % 2;
      accesses.add(read(LoadRegister.STATUS, bit(Status.LOADED) | active));
      accesses.add(new Access.Pause(1 + random.nextInt(200), false));
      accesses.add(new Access.Write(LoadRegister.CONTROL, 1 << LoadRegister.SWITCH_BIT, false, k));
      // Layers still use the other bank, and a second switch is too early.
      accesses.add(command(LoadRegister.BEGIN_BIT, true));
      accesses.add(command(LoadRegister.SWITCH_BIT, true));
      accesses.add(new Access.Pause(1 + random.nextInt(300), false));
      if (random.nextBoolean()) {
        accesses.add(new Access.Pause(1 + random.nextInt(3), true));
        accesses.add(new Access.Pause(1 + random.nextInt(100), false));
      }
    }
    accesses.add(new Access.Pause(100, false));
    return new LoadScript(
        new Simulator(loadable.netlist()), loadable.signature(), versions, accesses, seed);
  }

  /** Images that must not count: with a wrong checksum, too short, or a number out of range. */
  private static void wrong(
      List<Access> accesses, LoadImage image, LoadableDesign design, Random random) {
    accesses.add(command(LoadRegister.COMMIT_BIT, true));
    data(accesses, image.words());
    accesses.add(new Access.Write(LoadRegister.DATA, 0, true, -1));
    accesses.add(write(LoadRegister.CRC, image.crc() ^ 1 << random.nextInt(32)));
    refused(accesses, Status.CRC_ERROR);
    LoadImage part = new LoadImage(0, image.words().subList(0, image.words().size() - 1));
    data(accesses, part.words());
    accesses.add(write(LoadRegister.CRC, part.crc()));
    refused(accesses, Status.LENGTH_ERROR);
    illegal(design)
        .ifPresent(
            at -> {
              List<Integer> words = new ArrayList<>(image.words());
              words.set(at[0], at[1]);
              data(accesses, words);
              accesses.add(write(LoadRegister.CRC, new LoadImage(0, words).crc()));
              refused(accesses, Status.RANGE_ERROR);
            });
  }

  private static void data(List<Access> accesses, List<Integer> words) {
    accesses.add(command(LoadRegister.BEGIN_BIT, false));
    words.forEach(word -> accesses.add(write(LoadRegister.DATA, word)));
    accesses.add(read(LoadRegister.POSITION, words.size()));
  }

  private static void refused(List<Access> accesses, Status why) {
    accesses.add(command(LoadRegister.COMMIT_BIT, true));
    int errors = bit(Status.CRC_ERROR) | bit(Status.RANGE_ERROR) | bit(Status.LENGTH_ERROR);
    int mask = errors | bit(Status.LOADED) | bit(Status.REFUSED) | bit(Status.LOADING);
    accesses.add(new Access.Read(LoadRegister.STATUS, mask, bit(why) | bit(Status.REFUSED), true));
    accesses.add(command(LoadRegister.SWITCH_BIT, true));
  }

  /** A word and its place, where there is a weight out of range. */
  private static Optional<int[]> illegal(LoadableDesign design) {
    int place = 0;
    for (Column column : design.map().columns()) {
      for (Column.Part part : column.parts()) {
        Range range = column.table().fields().get(part.field());
        if (range.isSigned() && !range.equals(Range.signed(range.width()))) {
          long word = range.min().subtract(java.math.BigInteger.ONE).longValueExact();
          return Optional.of(
              new int[] {place, (int) ((word & (1L << part.bits()) - 1) << part.at())});
        }
      }
      place += column.table().rows().size();
    }
    return Optional.empty();
  }

  private static int bit(Status status) {
    return 1 << status.ordinal();
  }

  private static Access command(int bit, boolean refused) {
    return new Access.Write(LoadRegister.CONTROL, 1 << bit, refused, -1);
  }

  private static Access write(LoadRegister register, int value) {
    return new Access.Write(register, value, false, -1);
  }

  private static Access read(LoadRegister register, int value) {
    return new Access.Read(register, -1, value, true);
  }
}
