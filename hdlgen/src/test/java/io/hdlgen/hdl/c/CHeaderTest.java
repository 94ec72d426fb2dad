package io.hdlgen.hdl.c;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.testing.Designs;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.Inference;
import io.hdlgen.quantizer.reference.RandomBitNetworks;
import io.hdlgen.quantizer.reference.RandomNetworks;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The header computes what the reference computes, and no compiler has a word to say. */
class CHeaderTest {
  private static final Path ROOT = Path.of(System.getProperty("project.root", ".."));
  private static final int NETWORKS = 60;
  private static final int ROWS = 1000;
  private static final int REAL_ROWS = 300;

  @TempDir Path folder;

  /**
   * {@code -Dgolden.update=true} writes the expected headers anew. The folded sample is another
   * one's network.
   */
  @ParameterizedTest
  @EnumSource(value = Designs.class, names = "FOLDED", mode = EnumSource.Mode.EXCLUDE)
  void emittedHeaderIsTheExpectedOne(Designs sample) throws IOException {
    Path golden = ROOT.resolve("hdlgen/src/test/resources/golden-c/" + sample.top() + ".h");
    String text = CHeader.of(sample.top(), sample.network(), List.of("Design " + sample.top()));
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, text);
    }
    assertThat(Files.readString(golden)).isEqualTo(text);
  }

  @Test
  void theSameNetworkGivesTheSameBytes() throws IOException {
    for (Map.Entry<String, IntegerNetwork> one : networks().entrySet()) {
      IntegerNetwork again = NetworkJson.read(write(one.getValue()));
      assertThat(CHeader.of("net", again, List.of("x")))
          .isEqualTo(CHeader.of("net", one.getValue(), List.of("x")))
          .doesNotContain("\r")
          .doesNotContain(" \n");
    }
  }

  private Path write(IntegerNetwork network) throws IOException {
    return Files.writeString(folder.resolve("network.json"), NetworkJson.write(network));
  }

  @ParameterizedTest
  @EnumSource(CCompiler.class)
  void classAndScoresAreThoseOfTheReference(CCompiler compiler)
      throws IOException, InterruptedException {
    compiler.require();
    CProgram program = new CProgram(folder);
    List<String> places = new ArrayList<>();
    List<List<Long>> expected = new ArrayList<>();
    for (Map.Entry<String, IntegerNetwork> one : networks().entrySet()) {
      IntegerNetwork network = one.getValue();
      long[][] codes = new RandomNetworks(7).codes(network, ROWS);
      codes[0] = network.inputs().stream().mapToLong(input -> input.range().min()).toArray();
      codes[1] = network.inputs().stream().mapToLong(input -> input.range().max()).toArray();
      program.scores(one.getKey(), network, codes);
      ReferenceModel reference = new ReferenceModel(network);
      for (int r = 0; r < ROWS; r++) {
        Inference inference = reference.infer(codes[r]);
        List<Long> row = new ArrayList<>(List.of((long) inference.classIndex()));
        row.addAll(boxed(inference.scores().toArray()));
        expected.add(row);
        places.add(one.getKey() + " row " + r);
      }
    }
    compare(program.run(compiler), expected, places);
  }

  @ParameterizedTest
  @EnumSource(CCompiler.class)
  void codesAreThoseOfTheFeatures(CCompiler compiler) throws IOException, InterruptedException {
    compiler.require();
    CProgram program = new CProgram(folder);
    List<String> places = new ArrayList<>();
    List<List<Long>> expected = new ArrayList<>();
    Random random = new Random(3);
    for (Map.Entry<String, IntegerNetwork> one : networks().entrySet()) {
      List<InputFeature> inputs = one.getValue().inputs();
      double[][] values = new double[REAL_ROWS][inputs.size()];
      for (int r = 0; r < REAL_ROWS; r++) {
        List<Long> row = new ArrayList<>(List.of(1L));
        for (int i = 0; i < inputs.size(); i++) {
          double x = value(inputs.get(i), random);
          values[r][i] = x;
          row.set(0, Double.isNaN(x) ? 0 : row.get(0));
          row.add(Double.isNaN(x) ? inputs.get(i).range().min() : inputs.get(i).encode(x));
        }
        expected.add(row);
        places.add(one.getKey() + " row " + r + " " + List.of(inputs, List.of(boxed(values[r]))));
      }
      program.codes(one.getKey(), one.getValue(), values);
    }
    compare(program.run(compiler), expected, places);
  }

  /** Around the codes and at their ties, and now and then far away. */
  private static double value(InputFeature feature, Random random) {
    double code = feature.min() - 2 + random.nextInt(9) + random.nextDouble();
    return switch (random.nextInt(12)) {
      case 0 -> Double.POSITIVE_INFINITY;
      case 1 -> Double.NEGATIVE_INFINITY;
      case 2 -> random.nextInt(4) == 0 ? Double.NaN : -0.0;
      case 3 -> feature.offset();
      case 4 -> random.nextGaussian() * 1e300;
      case 5, 6 -> feature.offset() + feature.scale() * Math.rint(2 * code) / 2;
      case 7 -> feature.offset() + feature.scale() * Math.nextUp(Math.rint(2 * code) / 2);
      case 8 -> feature.offset() + feature.scale() * Math.nextDown(Math.rint(2 * code) / 2);
      default -> feature.offset() + feature.scale() * (feature.max() - 3 + 9 * random.nextDouble());
    };
  }

  private static void compare(
      List<List<Long>> results, List<List<Long>> expected, List<String> places) {
    assertThat(results).hasSameSizeAs(expected);
    for (int r = 0; r < results.size(); r++) {
      assertThat(results.get(r)).as(places.get(r)).isEqualTo(expected.get(r));
    }
  }

  private static List<Long> boxed(long[] values) {
    return LongStream.of(values).boxed().toList();
  }

  private static List<Double> boxed(double[] values) {
    return DoubleStream.of(values).boxed().toList();
  }

  /** Conformance networks, random ones and extreme ones, by a name for each. */
  private static Map<String, IntegerNetwork> networks() throws IOException {
    Map<String, IntegerNetwork> networks = new LinkedHashMap<>();
    try (Stream<Path> entries = Files.list(ROOT.resolve("testbenches/conformance"))) {
      for (Path place : entries.filter(Files::isDirectory).sorted().toList()) {
        String name = "c" + place.getFileName().toString().replace('-', '_');
        networks.put(name, NetworkJson.read(place.resolve("network.json")));
      }
    }
    assertThat(networks).hasSizeGreaterThanOrEqualTo(19);
    for (int seed = 0; seed < NETWORKS; seed++) {
      networks.put("random_" + seed, new RandomNetworks(seed).next());
      networks.put("approximate_" + seed, new RandomNetworks(seed).nextApproximate());
    }
    for (int seed = 0; seed < 20; seed++) {
      networks.put("bits_" + seed, new RandomBitNetworks(seed).next());
    }
    for (ExtremeNetworks extreme : ExtremeNetworks.values()) {
      networks.put(extreme.name(), extreme.network());
    }
    for (Designs sample : Designs.values()) {
      networks.put(sample.top(), sample.network());
    }
    return networks;
  }
}
