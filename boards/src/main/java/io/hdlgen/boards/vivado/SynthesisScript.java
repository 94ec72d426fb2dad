package io.hdlgen.boards.vivado;

import java.util.stream.Collectors;

/** Synthesis of a design alone, without a project: the script and its constraints. */
final class SynthesisScript {
  /** What a neighbour leaves of a cycle: its register and the way to or from it. */
  private static final String BOUNDARY_NS = "0.500";

  private SynthesisScript() {}

  /** {@code vivado/synth_ooc.tcl}. */
  static String script(VivadoDesign design, VivadoBoard board) {
    String files =
        design.rtlFiles().stream()
            .map(file -> "  [file join $root rtl " + file + "] \\\n")
            .collect(Collectors.joining());
    return Header.tcl(design, "Synthesizes the design alone (out of context), or places it, too.")
        + """
        #
        #   vivado -mode batch -source synth_ooc.tcl                    synthesis
        #   vivado -mode batch -source synth_ooc.tcl -tclargs route     and place and route
        set here [file dirname [file normalize [info script]]]
        set root [file dirname $here]
        set output [file join $here ooc]
        file mkdir $output

        read_verilog [list \\
        %s]
        read_xdc -mode out_of_context [file join $here ooc.xdc]
        synth_design -top %s -part %s -mode out_of_context
        report_utilization -hierarchical -file [file join $output utilization.txt]
        report_timing_summary -file [file join $output timing.txt]
        write_checkpoint -force [file join $output synthesized.dcp]

        if {[lindex $argv 0] eq "route"} {
          opt_design
          place_design
          phys_opt_design
          route_design
          report_utilization -hierarchical -file [file join $output utilization.txt]
          report_timing_summary -file [file join $output timing.txt]
          write_checkpoint -force [file join $output routed.dcp]
        }

        set slack [get_property SLACK [lindex [get_timing_paths -delay_type max -max_paths 1] 0]]
        puts "worst slack $slack ns of a period of %s ns"
        """
            .formatted(files, design.top(), board.part(), design.periodNs());
  }

  /** {@code vivado/ooc.xdc}. */
  static String constraints(VivadoDesign design) {
    String clock =
        design.hasClock()
            ? "create_clock -name clk -period %s [get_ports %s]\n"
                .formatted(design.periodNs(), Core.CLOCK)
            : "create_clock -name clk -period %s\n".formatted(design.periodNs());
    String inputs =
        design.hasClock()
            ? "[get_ports -filter {DIRECTION == IN && NAME != %s}]".formatted(Core.CLOCK)
            : "[all_inputs]";
    return Header.tcl(
            design, "Timing of the design alone: its clock, and what its neighbours need.")
        + """
        %sset_input_delay -clock clk -max %s %s
        set_output_delay -clock clk -max %s [all_outputs]
        """
            .formatted(clock, BOUNDARY_NS, inputs, BOUNDARY_NS);
  }
}
