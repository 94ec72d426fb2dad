package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.folding.FoldedLayer;
import io.hdlgen.hdl.load.WordTable;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The words that a layer reads.
 *
 * @param weights one word a slot: the weights of its inputs for its first neuron, then the next
 *     one's
 * @param parameters one word a group of neurons; null without parameters
 * @param searches of each lane, one table a step; empty without a search
 */
record LayerTables(WordTable weights, WordTable parameters, List<List<WordTable>> searches) {

  /**
   * The words of a layer.
   *
   * @param mostWords of a table of a search
   */
  static LayerTables of(
      int layer, FoldedLayer shape, LayerNumbers numbers, LayerEnd end, int mostWords) {
    String name = "l" + layer + "_";
    List<List<WordTable>> searches = new ArrayList<>();
    if (end.search() != null) {
      SearchTables tables = new SearchTables(end.search(), shape, mostWords);
      for (int lane = 0; lane < shape.pe(); lane++) {
        searches.add(tables.lane(name + "n" + lane + "_threshold", lane));
      }
    }
    return new LayerTables(
        weights(name + "weights", shape, numbers),
        end.search() == null ? parameters(name + "parameters", shape, end.function()) : null,
        searches);
  }

  /** All tables, in the order in which they are loaded. */
  List<WordTable> all() {
    List<WordTable> all = new ArrayList<>(List.of(weights));
    if (parameters != null) {
      all.add(parameters);
    }
    searches.forEach(all::addAll);
    return all;
  }

  private static WordTable weights(String name, FoldedLayer shape, LayerNumbers numbers) {
    List<List<BigInteger>> rows = new ArrayList<>();
    for (int nf = 0; nf < shape.nf(); nf++) {
      for (int sf = 0; sf < shape.sf(); sf++) {
        List<BigInteger> row = new ArrayList<>();
        for (int p = 0; p < shape.pe(); p++) {
          for (int lane = 0; lane < shape.simd(); lane++) {
            long field = weight(numbers, shape, nf * shape.pe() + p, sf * shape.simd() + lane);
            row.add(BigInteger.valueOf(field));
          }
        }
        rows.add(row);
      }
    }
    Range field = DotModule.weightField(numbers);
    return new WordTable(name, Collections.nCopies(shape.pe() * shape.simd(), field), rows);
  }

  /** The weight, 0 where neurons or inputs only fill up; of signs, whether it is +1. */
  private static long weight(LayerNumbers numbers, FoldedLayer shape, int neuron, int input) {
    long weight =
        neuron < shape.outputs() && input < shape.inputs() ? numbers.weights()[neuron][input] : 0;
    return numbers.agreements() ? Math.max(0, weight) : weight;
  }

  private static WordTable parameters(String name, FoldedLayer shape, NeuronFunction function) {
    List<Parameter> varying = FunctionStage.varying(function);
    if (varying.isEmpty()) {
      return null;
    }
    List<Range> fields = new ArrayList<>();
    for (int p = 0; p < shape.pe(); p++) {
      varying.forEach(parameter -> fields.add(parameter.range()));
    }
    List<List<BigInteger>> rows = new ArrayList<>();
    for (int nf = 0; nf < shape.nf(); nf++) {
      List<BigInteger> row = new ArrayList<>();
      for (int p = 0; p < shape.pe(); p++) {
        for (Parameter parameter : varying) {
          row.add(parameter.value(nf * shape.pe() + p));
        }
      }
      rows.add(row);
    }
    return new WordTable(name, fields, rows);
  }
}
