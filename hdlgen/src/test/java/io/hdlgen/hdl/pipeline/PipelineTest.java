package io.hdlgen.hdl.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.hdl.cost.NodeDelay;
import io.hdlgen.hdl.lower.Datapath;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.pass.PassOrder;
import io.hdlgen.hdl.pass.RemoveDeadNodes;
import io.hdlgen.hdl.testing.Designs;
import io.hdlgen.hdl.text.NetlistParser;
import io.hdlgen.hdl.text.NetlistWriter;
import io.hdlgen.hdl.top.FeaturePorts;
import io.hdlgen.hdl.verify.NetlistVerifier;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.RandomNetworks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineTest {
  private static final CostModel MODEL = Designs.MODEL;
  private static final double ROUNDING = 1e-9;

  private static List<HdlModule> chain(int seed) {
    IntegerNetwork network = new RandomNetworks(seed).next();
    List<HdlModule> modules =
        Datapath.of(network, "top", FeaturePorts.of(network.inputs()), Outputs.BOTH).modules();
    List<HdlModule> chain = new ArrayList<>();
    for (HdlModule module : modules) {
      chain.add(PassOrder.run(PassOrder.DATAPATH, new Netlist(List.of(module))).top());
    }
    return chain;
  }

  @Test
  void nodesLieNotBeforeTheirOperandsAndKeepTheBudget() {
    for (int seed = 0; seed < 60; seed++) {
      List<HdlModule> chain = chain(seed);
      for (double budget : new double[] {0.1, 1, 1.7, 3, 6}) {
        Schedule schedule = Schedule.of(chain, MODEL, budget);
        int entry = 0;
        for (int k = 0; k < chain.size(); k++) {
          assertOrder(chain.get(k), schedule.stages().get(k), entry);
          for (Node.Output output : chain.get(k).outputs()) {
            entry = schedule.stages().get(k)[chain.get(k).nodes().indexOf(output)];
          }
        }
        assertThat(schedule.last()).isEqualTo(entry);
        assertThat(schedule.worstNs())
            .isLessThanOrEqualTo(Math.max(budget, slowest(chain)) + ROUNDING);
      }
    }
  }

  private static void assertOrder(HdlModule module, int[] stages, int entry) {
    int outputs = -1;
    for (int index = 0; index < stages.length; index++) {
      assertThat(stages[index]).isGreaterThanOrEqualTo(entry);
      for (int operand : module.node(index).operands()) {
        assertThat(stages[index]).isGreaterThanOrEqualTo(stages[operand]);
      }
      if (module.node(index) instanceof Node.Input) {
        assertThat(stages[index]).isEqualTo(entry);
      } else if (module.node(index) instanceof Node.Output) {
        assertThat(outputs == -1 || outputs == stages[index]).isTrue();
        outputs = stages[index];
      }
    }
  }

  private static double slowest(List<HdlModule> chain) {
    double slowest = 0;
    for (HdlModule module : chain) {
      NodeDelay delays = new NodeDelay(MODEL, module);
      for (Node node : module.nodes()) {
        slowest = Math.max(slowest, node.accept(delays));
      }
    }
    return slowest;
  }

  /** Registers on every way from an input to an output, without the enable: as many as asked. */
  @Test
  void thereAreExactlyAsManyRanksAsAskedFor() {
    int counted = 0;
    for (int seed = 0; seed < 40; seed++) {
      List<HdlModule> chain = chain(seed);
      double before = Double.POSITIVE_INFINITY;
      for (int stages = 0; stages < 7; stages++) {
        Pipeline pipeline = Pipeline.forStages(chain, MODEL, stages);
        assertThat(pipeline.stages()).isEqualTo(stages);
        int ranks = 0;
        for (HdlModule module : pipeline.modules()) {
          NetlistVerifier.verify(new Netlist(List.of(module)));
          ranks += ranks(module);
        }
        if (chain.stream().noneMatch(module -> module.inputs().isEmpty())) {
          assertThat(ranks).as("seed %d", seed).isEqualTo(stages);
          counted++;
        }
        assertThat(pipeline.worstNs()).isLessThanOrEqualTo(before + ROUNDING);
        before = pipeline.worstNs();
      }
    }
    assertThat(counted).isGreaterThan(100);
  }

  /** Registers on the ways to the outputs; all ways have equally many. */
  private static int ranks(HdlModule module) {
    int[] ranks = new int[module.nodes().size()];
    int found = -1;
    for (int index = 0; index < ranks.length; index++) {
      Node node = module.node(index);
      ranks[index] = -1;
      for (int operand : data(node)) {
        if (ranks[operand] >= 0) {
          assertThat(ranks[index] == -1 || ranks[index] == ranks[operand])
              .as("%s in %s", node, module.name())
              .isTrue();
          ranks[index] = ranks[operand];
        }
      }
      if (node instanceof Node.Input) {
        ranks[index] = 0;
      } else if (node instanceof Node.Register && ranks[index] >= 0) {
        ranks[index]++;
      } else if (node instanceof Node.Output && ranks[index] >= 0) {
        assertThat(found == -1 || found == ranks[index]).isTrue();
        found = ranks[index];
      }
    }
    return Math.max(found, 0);
  }

  private static List<Integer> data(Node node) {
    return node instanceof Node.Register register ? List.of(register.next()) : node.operands();
  }

  @Test
  void aFasterClockTakesNoFewerRanks() {
    for (int seed = 0; seed < 40; seed++) {
      List<HdlModule> chain = chain(seed);
      int before = 0;
      for (double clockMhz = 20; clockMhz < 2000; clockMhz *= 1.3) {
        Pipeline pipeline = Pipeline.forClock(chain, MODEL, clockMhz);
        assertThat(pipeline.stages()).isGreaterThanOrEqualTo(before);
        before = pipeline.stages();
        double budgetNs = 1000 / clockMhz - MODEL.registerNs();
        assertThat(pipeline.worstNs())
            .isLessThanOrEqualTo(Math.max(budgetNs, slowest(chain)) + ROUNDING);
      }
    }
  }

  /** The sum crosses into stage 1 in its own width; looks at bits are taken anew there. */
  @Test
  void valuesAreRegisteredWhereTheyCrossIntoALaterStage() {
    HdlModule module =
        NetlistParser.parse(
                """
                hdlgen-netlist 1
                module m
                  %0 = input "a_i" : [0, 7] @ - - a
                  %1 = input "b_i" : [0, 7] @ - - b
                  %2 = extend 4 %0 : [0, 7] @ - - a
                  %3 = extend 4 %1 : [0, 7] @ - - b
                  %4 = add %2 %3 : [0, 14] @ l0 n0 sum
                  %5 = constant 5 @ l0 n0 limit
                  %6 = extend 4 %5 : [5, 5] @ l0 n0 limit
                  %7 = less %4 %6 @ l0 n0 ge
                  %8 = not %7 : [0, 1] @ l0 n0 not
                  %9 = extend 4 %8 : [0, 1] @ l0 n0 not
                  %10 = and %9 %2 : [0, 15] @ l0 n0 act
                  %11 = output "y_o" %10 : [0, 15] @ l0 n0 out
                """,
                "text")
            .top();
    CostModel model = new CostModel("one", 0, 1, 1, 0);
    Pipeline pipeline = Pipeline.forStages(List.of(module), model, 2);
    assertThat(NetlistWriter.write(new RemoveDeadNodes().run(new Netlist(pipeline.modules()))))
        .isEqualTo(
            """
            hdlgen-netlist 1
            module m
              %0 = input "en_i" : [0, 1] @ - - enable
              %1 = input "a_i" : [0, 7] @ - - a
              %2 = input "b_i" : [0, 7] @ - - b
              %3 = extend 4 %1 : [0, 7] @ - - a
              %4 = extend 4 %2 : [0, 7] @ - - b
              %5 = add %3 %4 : [0, 14] @ l0 n0 sum
              %6 = constant 5 @ l0 n0 limit
              %7 = register %5 %0 : [0, 14] @ l0 n0 sum
              %8 = extend 4 %6 : [5, 5] @ l0 n0 limit
              %9 = less %7 %8 @ l0 n0 ge
              %10 = register %9 %0 : [0, 1] @ l0 n0 ge
              %11 = not %10 : [0, 1] @ l0 n0 not
              %12 = extend 4 %11 : [0, 1] @ l0 n0 not
              %13 = register %1 %0 : [0, 7] @ - - a
              %14 = register %13 %0 : [0, 7] @ - - a
              %15 = extend 4 %14 : [0, 7] @ - - a
              %16 = and %12 %15 : [0, 15] @ l0 n0 act
              %17 = output "y_o" %16 : [0, 15] @ l0 n0 out
            """);
  }

  /** The same ranks at the same places; what differs is the port and what it enables. */
  @Test
  void aFreeRunningPipelineHasNoEnable() {
    for (int seed = 0; seed < 20; seed++) {
      List<HdlModule> chain = chain(seed);
      Pipeline enabled = Pipeline.forClock(chain, MODEL, 300);
      Pipeline free = Pipeline.forClock(chain, MODEL, 300, Pipeline.Flow.FREE_RUNNING);
      assertThat(free.stages()).isEqualTo(enabled.stages());
      for (int k = 0; k < chain.size(); k++) {
        HdlModule module = free.modules().get(k);
        NetlistVerifier.verify(new Netlist(List.of(module)));
        assertThat(module.inputs()).isEqualTo(chain.get(k).inputs());
        assertThat(ranks(module)).isEqualTo(ranks(enabled.modules().get(k)));
        for (Node node : module.nodes()) {
          assertThat(node instanceof Node.Register register ? register.enable() : -1)
              .isEqualTo(Node.Register.ALWAYS);
        }
      }
      assertThat(Pipeline.forStages(chain, MODEL, 5, Pipeline.Flow.FREE_RUNNING).stages())
          .isEqualTo(5);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "register %0 : [0, 1]",
        "rom 4 5 %0 : [4, 5]",
        "memory 2 %0 %0 %0 %0 : [0, 1]",
      })
  void modulesWithStateAreRefused(String state) {
    HdlModule module =
        NetlistParser.parse(
                "hdlgen-netlist 1\nmodule m\n  %0 = input \"a_i\" : [0, 1] @ - - a\n  %1 = "
                    + state
                    + " @ - - kept\n",
                "text")
            .top();
    assertThatThrownBy(() -> Pipeline.forClock(List.of(module), MODEL, 100))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("module m has state of its own, kept");
  }

  @Test
  void aModuleWithoutRegistersIsAsItWas() {
    List<HdlModule> chain = chain(3);
    assertThat(Pipeline.forStages(chain, MODEL, 0).modules()).isEqualTo(chain);
  }
}
