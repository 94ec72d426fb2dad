package io.hdlgen.boards.fpga;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellPlacesTest {
  private final CellPlaces places = new CellPlaces(new Netlist(List.of(inner(), outer())));

  @Test
  void aNameIsThatOfTheWireItBeginsWith() {
    assertThat(places.find("u_bridge.u_outer.l2_n5_sum_SB_LUT4_O_3_LC"))
        .contains(new Origin(2, 5, "sum"));
    assertThat(places.find("u_bridge.u_outer.l2_n5_sum")).contains(new Origin(2, 5, "sum"));
    assertThat(places.find("u_bridge.u_outer.l2_n5_sum[3]")).contains(new Origin(2, 5, "sum"));
    assertThat(places.find("u_bridge.u_outer.l2_n5_summary"))
        .as("another wire")
        .contains(Origin.of("core"));
  }

  @Test
  void whatIsWithinAnInstanceBelongsToItsNeuron() {
    assertThat(places.find("u_bridge.u_outer.l2_n7_dot.value_SB_LUT4_O"))
        .contains(new Origin(2, 7, "value"));
    assertThat(places.find("u_bridge.u_outer.l2_n7_dot.$abc$12")).contains(new Origin(2, 7, "dot"));
  }

  @Test
  void whatIsNotInTheCoreHasNoPlace() {
    assertThat(places.find("u_bridge.crc_q[3]")).isEmpty();
    assertThat(places.find("u_bridge.l2_n5_sum")).isEmpty();
  }

  private static HdlModule inner() {
    ModuleBuilder builder = new ModuleBuilder("inner");
    int in = builder.input(Origin.of("in"), Range.of(0, 15), "in_i");
    int sum = builder.add(Origin.of("value"), in, in);
    builder.output(Origin.of("out"), "out_o", sum);
    return builder.build();
  }

  private static HdlModule outer() {
    ModuleBuilder builder = new ModuleBuilder("outer");
    int in = builder.input(Origin.of("in"), Range.of(0, 15), "in_i");
    int sum = builder.add(new Origin(2, 5, "sum"), in, in);
    Map<String, Integer> inner =
        builder.instance(
            new Origin(2, 7, "dot"), inner(), Map.of("in_i", in), port -> new Origin(2, 7, "out"));
    builder.output(Origin.of("a"), "a_o", sum);
    builder.output(Origin.of("b"), "b_o", inner.get("out_o"));
    return builder.build();
  }
}
