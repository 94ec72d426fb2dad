package io.hdlgen.sim.check;

import io.hdlgen.hdl.load.Declaration;
import io.hdlgen.hdl.load.LayerBounds;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.AndInverterGraph;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DecisionDiagram;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Random networks of the shape of another one, with numbers inside of declared bounds. */
record NetworkVariants(IntegerNetwork built, Declaration declaration, Random random) {

  IntegerNetwork next() {
    List<DenseLayer> layers = new ArrayList<>();
    for (int l = 0; l < built.layers().size(); l++) {
      layers.add(layer(built.layers().get(l), declaration.layers().get(l)));
    }
    return new IntegerNetwork(
        "variant", built.inputs(), layers, decision(built.decision()), built.classNames());
  }

  private DenseLayer layer(DenseLayer layer, LayerBounds bounds) {
    long[][] weights = new long[layer.outputs()][layer.inputs()];
    for (long[] row : weights) {
      Arrays.setAll(row, i -> bounds.signs() ? 2L * random.nextInt(2) - 1 : in(bounds.weights()));
    }
    long[] biases = new long[layer.outputs()];
    boolean free = layer.activation() instanceof Activation.MultiThreshold;
    Arrays.setAll(biases, n -> free ? random.nextInt(100) - 50 : in(bounds.biases()));
    return new DenseLayer(
        layer.name(),
        LongMatrix.of(weights),
        LongVector.of(biases),
        layer.activation() instanceof Activation.MultiThreshold levels
            ? new Activation.MultiThreshold(
                levels.first(), levels.step(), thresholds(levels.thresholds()))
            : layer.activation());
  }

  private LongMatrix thresholds(LongMatrix built) {
    List<LongVector> rows = new ArrayList<>();
    for (int n = 0; n < built.rows(); n++) {
      LongVector from = built.row(random.nextInt(built.rows()));
      long[] row = new long[from.size()];
      Arrays.setAll(row, k -> Math.abs(from.get(k)) > 1 << 30 ? from.get(k) : moved(from.get(k)));
      Arrays.sort(row);
      rows.add(LongVector.of(row));
    }
    return LongMatrix.ofRows(rows, built.columns());
  }

  private long moved(long threshold) {
    return threshold + random.nextInt(21) - 10;
  }

  private Decision decision(Decision built) {
    long[] multipliers = new long[built.scores()];
    long[] offsets = new long[multipliers.length];
    Arrays.setAll(multipliers, k -> in(declaration.decision().multipliers()));
    Arrays.setAll(offsets, k -> in(declaration.decision().offsets()));
    LongVector m = LongVector.of(multipliers);
    LongVector c = LongVector.of(offsets);
    boolean free = declaration.decision().threshold().isPresent();
    return built.accept(
        new Decision.Visitor<>() {
          @Override
          public Decision visit(Decision.ArgMax argMax) {
            return new Decision.ArgMax(m, c);
          }

          @Override
          public Decision visit(Decision.Threshold threshold) {
            return new Decision.Threshold(
                m,
                c,
                free ? threshold.threshold() + random.nextInt(41) - 20 : threshold.threshold());
          }

          @Override
          public Decision visit(Decision.Scores scores) {
            return new Decision.Scores(m, c);
          }

          @Override
          public Decision visit(Decision.Table table) {
            throw new IllegalArgumentException("no numbers to load");
          }

          @Override
          public Decision visit(DecisionDiagram diagram) {
            throw new IllegalArgumentException("no numbers to load");
          }

          @Override
          public Decision visit(AndInverterGraph logic) {
            throw new IllegalArgumentException("no numbers to load");
          }
        });
  }

  private long in(Range range) {
    // The ends more often than the others.
    int kind = random.nextInt(4);
    long min = range.min().longValueExact();
    long max = range.max().longValueExact();
    return kind == 0 ? min : kind == 1 ? max : random.nextLong(min, max + 1);
  }
}
