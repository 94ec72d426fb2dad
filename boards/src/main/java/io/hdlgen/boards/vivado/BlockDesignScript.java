package io.hdlgen.boards.vivado;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code vivado/block_design.tcl}: the design in a system of its board, up to bitstream and
 * hardware hand-off.
 *
 * <p>A design with streams gets a direct memory access (AXI DMA, or without a processor a FIFO that
 * a debugger fills) and the adapter between its words and the beats. Registers lie on the
 * processor's bus. One clock drives all of it: the one that the design is made for, as nearly as
 * the board's clock generator comes.
 */
final class BlockDesignScript {
  private final VivadoDesign design;
  private final VivadoBoard board;
  private final SystemHost host;
  private final BlockDesign system = new BlockDesign();

  private BlockDesignScript(VivadoDesign design, VivadoBoard board) {
    this.design = design;
    this.board = board;
    this.host = SystemHost.of(board, design);
  }

  /** The script. */
  static String of(VivadoDesign design, VivadoBoard board) {
    return new BlockDesignScript(design, board).write();
  }

  private String write() {
    host.create(system);
    system.section("The design.");
    system.core(design.top(), "core");
    system.clock("core/" + Core.CLOCK);
    system.resetHigh("core/" + Core.RESET);
    List<String> slaves = new ArrayList<>();
    List<String> interrupts = new ArrayList<>();
    if (design.hasStreams()) {
      system.core(design.adapter(), "adapter");
      system.clock("adapter/" + Core.CLOCK);
      system.resetHigh("adapter/" + Core.RESET);
      system.bus("adapter/m_beat", "core/s_axis");
      system.bus("core/m_axis", "adapter/s_result");
      host.streams(system, slaves, interrupts);
    }
    if (design.hasRegisters()) {
      slaves.add("core/s_axi");
      if (Core.of(design.signature()).outputs().contains(Core.INTERRUPT)) {
        interrupts.add("core/" + Core.INTERRUPT);
      }
    }
    host.control(system, slaves);
    host.interrupts(system, interrupts);
    system.section("Clock and resets.");
    system.finish(host.clockPin(), host.resetPin());
    host.addresses(system, slaves);
    return Header.tcl(design, "The design in a system for " + board.name() + ".")
        + prologue()
        + system.text()
        + epilogue();
  }

  private String prologue() {
    return """
        #
        #   vivado -mode batch -source block_design.tcl                    up to the bitstream
        #   vivado -mode batch -source block_design.tcl -tclargs design    the block design only
        set here [file dirname [file normalize [info script]]]
        set root [file dirname $here]
        set name %s_system
        set project [file join $here $name]

        # The newest version of a core of the catalogue, as a cell.
        proc cell {core name {parameters {}}} {
          set found [get_ipdefs -all -filter "NAME == $core && UPGRADE_VERSIONS == \\"\\""]
          if {[llength $found] == 0} {
            error "no core $core in the catalogue"
          }
          set cell [create_bd_cell -type ip -vlnv [lindex $found end] $name]
          set config {}
          foreach {key value} $parameters {
            lappend config CONFIG.$key $value
          }
          if {[llength $config] > 0} {
            set_property -dict $config $cell
          }
          return $cell
        }

        # From one pin to others.
        proc wire {source args} {
          foreach sink $args {
            connect_bd_net [get_bd_pins $source] [get_bd_pins $sink]
          }
        }

        # From a master to a slave.
        proc bus {master slave} {
          connect_bd_intf_net [get_bd_intf_pins $master] [get_bd_intf_pins $slave]
        }

        create_project -force $name $project -part %s
        set board %s
        set preset 0
        if {[llength [get_board_parts -quiet $board]] > 0} {
          set_property board_part $board [current_project]
          set preset 1
        } else {
          puts "WARNING: the files of the board $board are not installed: see docs/vivado.md"
        }
        set_property ip_repo_paths [list [file join $root ip]] [current_project]
        update_ip_catalog
        create_bd_design system
        """
        .formatted(design.top(), board.part(), board.boardPart());
  }

  private String epilogue() {
    String constraints =
        board.processor() == Processor.NONE
            ? "add_files -fileset constrs_1 -norecurse [file join $here board.xdc]\n"
            : "";
    return """

        # Check, and what stands around it.
        validate_bd_design
        save_bd_design
        add_files -norecurse [make_wrapper -files [get_files system.bd] -top]
        set_property top system_wrapper [current_fileset]
        %supdate_compile_order -fileset sources_1
        if {[lindex $argv 0] eq "design"} {
          return
        }

        # Bitstream.
        launch_runs impl_1 -to_step write_bitstream -jobs 4
        wait_on_run impl_1
        if {[get_property PROGRESS [get_runs impl_1]] ne "100%%"} {
          error "the run impl_1 failed: [get_property STATUS [get_runs impl_1]]"
        }
        set output [file join $here system]
        file mkdir $output
        open_run impl_1
        report_utilization -hierarchical -file [file join $output utilization.txt]
        report_timing_summary -file [file join $output timing.txt]
        set bitstream [file join [get_property DIRECTORY [get_runs impl_1]] system_wrapper.bit]
        file copy -force $bitstream [file join $output %s.bit]
        set handoffs [glob -nocomplain -directory $project \\
          *.{gen,srcs}/sources_1/bd/system/hw_handoff/system.hwh]
        file copy -force [lindex $handoffs 0] [file join $output %s.hwh]
        write_hw_platform -fixed -include_bit -force -file [file join $output %s.xsa]
        """
        .formatted(constraints, design.top(), design.top(), design.top());
  }
}
