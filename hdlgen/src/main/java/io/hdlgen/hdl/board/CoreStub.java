package io.hdlgen.hdl.board;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Register;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.Signature;
import java.math.BigInteger;

/** Stands for a core of which only the ports are known: the same ports, and nothing within. */
final class CoreStub {
  private CoreStub() {}

  static HdlModule of(Signature core) {
    ModuleBuilder builder = new ModuleBuilder(core.top());
    if (core.architecture() == Architecture.COMBINATIONAL) {
      core.inputs().forEach(field -> builder.input(role("port"), range(field), field.port()));
      for (Field field : core.outputs()) {
        int low = builder.constant(role("none"), field.min());
        builder.append(
            new io.hdlgen.hdl.netlist.Node.Output(
                role("port"), range(field), field.port(), builder.extend(low, field.width())));
      }
      return builder.build();
    }
    builder.input(role("in"), Range.unsigned(core.inputBits()), "s_axis_tdata");
    builder.input(role("in"), Range.BIT, "s_axis_tvalid");
    builder.input(role("in"), Range.BIT, "s_axis_tlast");
    int ready = builder.input(role("out"), Range.BIT, "m_axis_tready");
    // A register with reset: the module has clock and reset.
    int state = builder.feedback(role("state"), Range.BIT, Register.ALWAYS, BigInteger.ZERO);
    builder.connect(state, ready);
    Range data = Range.unsigned(core.outputBits());
    int result = builder.feedback(role("data"), data, Register.ALWAYS, BigInteger.ZERO);
    builder.output(role("in"), "s_axis_tready", state);
    builder.output(role("out"), "m_axis_tdata", result);
    builder.output(role("out"), "m_axis_tvalid", state);
    builder.output(role("out"), "m_axis_tlast", state);
    builder.output(role("error"), "error_o", state);
    return builder.build();
  }

  private static Range range(Field field) {
    return switch (field.encoding()) {
      case BIPOLAR, THERMOMETER -> Range.unsigned(field.width());
      case UNSIGNED, SIGNED -> Range.of(field.min(), field.max());
    };
  }

  private static Origin role(String name) {
    return Origin.of(name);
  }
}
