package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Node.Register;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The top of a folded pipeline between two AXI4-Streams. Queues tell of free places through a
 * register, so no path leads from {@code m_axis_tready} to {@code s_axis_tready}.
 */
final class FoldedTop {
  private final ModuleBuilder builder;
  private final List<HdlModule> layers;
  private final HdlModule decision;
  private final HdlModule results;
  private final Loading loading;

  /**
   * A top.
   *
   * @param layers from input to output
   * @param loading what is done about numbers that are loaded
   */
  FoldedTop(
      String name,
      List<HdlModule> layers,
      HdlModule decision,
      HdlModule results,
      Function<ModuleBuilder, Loading> loading) {
    this.builder = new ModuleBuilder(name);
    this.layers = layers;
    this.decision = decision;
    this.results = results;
    this.loading = loading.apply(builder);
  }

  /**
   * The module.
   *
   * @param beats of an inference
   * @param beatBits width of the input beat, of which the first queue takes {@code wordBits}
   * @param depth words of the first queue
   */
  HdlModule build(int beats, int beatBits, int wordBits, int depth) {
    int data = builder.input(Origin.of("in"), Range.unsigned(beatBits), "s_axis_tdata");
    int offered = builder.input(Origin.of("in"), Range.BIT, "s_axis_tvalid");
    int tlast = builder.input(Origin.of("in"), Range.BIT, "s_axis_tlast");
    int outReady = builder.input(Origin.of("out"), Range.BIT, "m_axis_tready");
    int ready = flag("ready");
    int accepted = builder.and(Origin.of("accepted"), offered, ready);
    List<Integer> freed = new ArrayList<>();
    for (int queue = 0; queue <= layers.size(); queue++) {
      freed.add(flag("freed" + queue));
    }
    Credits credits = new Credits(builder, Origin.of("places"), depth, freed.get(0));
    int room = credits.take(accepted);

    int write = accepted;
    int word =
        wordBits == beatBits
            ? data
            : builder.slice(Origin.of("word"), data, 0, Range.unsigned(wordBits));
    int firstFreed = -1;
    for (int l = 0; l < layers.size(); l++) {
      Map<String, Integer> connections = new LinkedHashMap<>(loading.connections());
      connections.put(LayerModule.FREED_IN, freed.get(l + 1));
      Map<String, Integer> outputs = instance("layer" + l, layers.get(l), write, word, connections);
      loading.connected(outputs);
      builder.connect(freed.get(l), outputs.get(LayerModule.FREED_OUT));
      firstFreed = l == 0 ? outputs.get(LayerModule.FREED_OUT) : firstFreed;
      write = outputs.get(LayerModule.WRITE_OUT);
      word = outputs.get(LayerModule.WORD_OUT);
    }
    Map<String, Integer> result =
        builder.instance(
            Origin.of("decide"),
            decision,
            Map.of(LayerModule.WRITE_IN, write, LayerModule.WORD_IN, word));
    Map<String, Integer> out =
        instance(
            "results",
            results,
            result.get(LayerModule.WRITE_OUT),
            result.get(DecisionModule.RESULT),
            Map.of(ResultQueue.TAKE, outReady));
    builder.connect(freed.get(layers.size()), out.get(LayerModule.FREED_OUT));
    builder.connect(ready, builder.or(Origin.of("ready_next"), room, firstFreed));

    builder.output(Origin.of("in"), "s_axis_tready", ready);
    builder.output(Origin.of("out"), "m_axis_tdata", out.get(LayerModule.WORD_OUT));
    builder.output(Origin.of("out"), "m_axis_tvalid", out.get(ResultQueue.VALID));
    builder.output(Origin.of("out"), "m_axis_tlast", builder.constant(Origin.of("last"), 1));
    builder.output(Origin.of("error"), "error_o", error(beats, accepted, tlast));
    return builder.build();
  }

  private int flag(String role) {
    return builder.feedback(Origin.of(role), Range.BIT, Register.ALWAYS, BigInteger.ZERO);
  }

  private Map<String, Integer> instance(
      String role, HdlModule module, int write, int word, Map<String, Integer> others) {
    Map<String, Integer> connections = new LinkedHashMap<>(others);
    connections.put(LayerModule.WRITE_IN, write);
    connections.put(LayerModule.WORD_IN, word);
    return builder.instance(Origin.of(role), module, connections);
  }

  /** 1 after a beat whose {@code tlast} was not that of the count. */
  private int error(int beats, int accepted, int tlast) {
    Counter beat = new Counter(builder, Origin.of("beat"), beats);
    beat.advance(accepted);
    int differs =
        builder.append(new Node.Xor(Origin.of("differs"), Range.BIT, tlast, beat.isLast()));
    int error = flag("error");
    int wrong = builder.and(Origin.of("wrong"), accepted, differs);
    builder.connect(error, builder.or(Origin.of("error_next"), error, wrong));
    loading.finish(accepted, beat.isFirst());
    return error;
  }
}
