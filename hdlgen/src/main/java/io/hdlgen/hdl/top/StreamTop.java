package io.hdlgen.hdl.top;

import io.hdlgen.hdl.lower.Datapath;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Register;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.pipeline.Pipeline;
import io.hdlgen.hdl.signature.Field;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The top of a pipeline between two AXI4-Streams.
 *
 * <p>All ranks of the pipeline move together, in every cycle in which {@code s_axis_tready} is
 * high. Behind it lie an output register and a second one (skid) for the result that arrives in the
 * cycle in which the output is held: so {@code s_axis_tready} is a register, and no path leads from
 * {@code m_axis_tready} to it.
 */
public final class StreamTop {
  private final ModuleBuilder builder;
  private final Datapath datapath;
  private final Pipeline pipeline;

  private StreamTop(String name, Datapath datapath, Pipeline pipeline) {
    this.builder = new ModuleBuilder(name);
    this.datapath = datapath;
    this.pipeline = pipeline;
  }

  /** Register ranks from {@code s_axis_tdata} to {@code m_axis_tdata}. */
  public static int latencyCycles(Pipeline pipeline) {
    return pipeline.stages() + 1;
  }

  /**
   * The top module.
   *
   * @param inputs where the features lie in the input beat
   * @param inputBits width of the input beat
   * @param outputs where the results lie in the result beat
   * @param outputBits width of the result beat
   */
  public static HdlModule of(
      String name,
      Datapath datapath,
      Pipeline pipeline,
      List<Field> inputs,
      int inputBits,
      List<Field> outputs,
      int outputBits) {
    return new StreamTop(name, datapath, pipeline).build(inputs, inputBits, outputs, outputBits);
  }

  private HdlModule build(List<Field> inputs, int inputBits, List<Field> outputs, int outputBits) {
    int inData = builder.input(Origin.of("in"), Range.unsigned(inputBits), "s_axis_tdata");
    int inValid = builder.input(Origin.of("in"), Range.BIT, "s_axis_tvalid");
    int inLast = builder.input(Origin.of("in"), Range.BIT, "s_axis_tlast");
    int outReady = builder.input(Origin.of("out"), Range.BIT, "m_axis_tready");
    int move = flag("move", Register.ALWAYS);

    int valid = inValid;
    for (int rank = 1; rank <= pipeline.stages(); rank++) {
      int next = flag("valid" + rank, move);
      builder.connect(next, valid);
      valid = next;
    }
    int result = result(features(inputs, inData), move, outputs, outputBits);
    int arrives = builder.and(Origin.of("arrives"), valid, move);

    int outValid = flag("out_valid", Register.ALWAYS);
    int skidValid = flag("skid_valid", Register.ALWAYS);
    int free = builder.or(Origin.of("free"), builder.not(Origin.of("idle"), outValid), outReady);
    int some = builder.or(Origin.of("some"), skidValid, arrives);
    int held = builder.not(Origin.of("held"), free);
    int keep = builder.and(Origin.of("keep"), held, some);
    builder.connect(skidValid, keep);
    builder.connect(move, builder.not(Origin.of("room"), keep));
    builder.connect(outValid, builder.or(Origin.of("out_next"), held, some));
    int skid = builder.register(Origin.of("skid"), result, move);
    int oldest = builder.mux(Origin.of("oldest"), skidValid, skid, result);
    int out = builder.register(Origin.of("out"), oldest, free);

    int error = flag("error", Register.ALWAYS);
    int accepted = builder.and(Origin.of("accepted"), inValid, move);
    int wrong = builder.and(Origin.of("wrong"), accepted, builder.not(Origin.of("open"), inLast));
    builder.connect(error, builder.or(Origin.of("error_next"), error, wrong));

    builder.output(Origin.of("in"), "s_axis_tready", move);
    builder.output(Origin.of("out"), "m_axis_tdata", out);
    builder.output(Origin.of("out"), "m_axis_tvalid", outValid);
    builder.output(Origin.of("out"), "m_axis_tlast", builder.constant(Origin.of("last"), 1));
    builder.output(Origin.of("error"), "error_o", error);
    return builder.build();
  }

  private int flag(String role, int enable) {
    return builder.feedback(Origin.of(role), Range.BIT, enable, BigInteger.ZERO);
  }

  private Map<String, Integer> features(List<Field> inputs, int inData) {
    Map<String, Integer> features = new LinkedHashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      FeatureSlices.of(builder, datapath, inputs, i, inData, inputs.get(i).low(), false, features);
    }
    return features;
  }

  /** The result beat: every field at its place, zeros behind the last. */
  private int result(Map<String, Integer> features, int move, List<Field> outputs, int outputBits) {
    Map<String, Integer> results =
        ModuleChain.instantiate(builder, pipeline.modules(), features, move);
    List<Integer> parts = new ArrayList<>();
    int used = 0;
    for (Field field : outputs) {
      parts.add(builder.extend(results.get(field.name() + "_o"), field.width()));
      used += field.width();
    }
    if (used < outputBits) {
      int zero = builder.constant(Origin.of("padding"), 0);
      parts.add(builder.extend(zero, outputBits - used));
    }
    return builder.concat(Origin.of("result"), parts);
  }
}
