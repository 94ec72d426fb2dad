# Runs a script for Vivado without Vivado:
#
#   tclsh recorder.tcl SCRIPT [ARGUMENT...]
#
# Knows the commands that the scripts use, with their options, and the cores of the catalogue with
# pins, interfaces and parameters, as AMD's product guides have them: PG021 (AXI DMA), PG080 (AXI4-
# Stream FIFO), PG082 (PS7), PG201 (Zynq UltraScale+), PG164 (resets), PG247 (SmartConnect), PG065
# (clocks), PG174 (JTAG to AXI). Cores of ours are read from the component.xml in the project's
# ip_repo_paths. Anything else is an error. A line is printed for each thing done.

namespace eval recorder {
  variable state
  array set state {project {} repositories {} files {} top {} wrapper 0 constraints {} ports {}
                   reads {} current {} run {}}
  variable cells {}
  variable config
  variable bdports {}
  variable driver
  variable link
  variable segments {}
  variable catalogue {}
  variable described
  array set config {}
  array set described {}
  array set driver {}
  array set link {}

  proc say {text} {
    puts $text
  }

  proc fail {text} {
    error "recorder: $text"
  }

  # The options of a call: {name value} pairs, and what is left. Values: options that take one.
  proc options {command arguments values flags} {
    set found {}
    set rest {}
    while {[llength $arguments] > 0} {
      set arguments [lassign $arguments word]
      if {[string match -* $word] && ![string is double -strict $word]} {
        if {$word in $values} {
          if {[llength $arguments] == 0} {
            fail "$command: $word takes a value"
          }
          set arguments [lassign $arguments value]
          dict set found $word $value
        } elseif {$word in $flags} {
          dict set found $word 1
        } else {
          fail "$command: unknown option $word"
        }
      } else {
        lappend rest $word
      }
    }
    return [list $found $rest]
  }

  # Defines a command: its options, how many other words it takes, and what it does with
  # them as $option (a dictionary) and $words.
  proc command {name values flags least most body} {
    set checked [format {
      lassign [::recorder::options %1$s $args {%2$s} {%3$s}] option words
      if {[llength $words] < %4$d || [llength $words] > %5$d} {
        ::recorder::fail "%1$s: [llength $words] words: $words"
      }
    } $name $values $flags $least $most]
    proc ::$name {args} "$checked\n$body"
  }

  proc existing {command file} {
    if {![file isfile $file]} {
      fail "$command: no file $file"
    }
  }

  proc text {file} {
    set channel [open $file]
    set text [read $channel]
    close $channel
    return $text
  }

  # Ports of a module in Verilog: name, direction.
  proc verilog_ports {module} {
    variable state
    foreach file $state(files) {
      set text [text $file]
      if {[regexp "module\\s+$module\\s*\\(\(\[^;\]*\)\\);" $text -> header]} {
        set ports {}
        foreach {all direction name} [regexp -all -inline \
            {(input|output)\s+wire\s+(?:\[[^\]]*\]\s*)?(\w+)} $header] {
          lappend ports $name $direction
        }
        return $ports
      }
    }
    fail "no module $module in the files read"
  }

  # ---- Cores of the catalogue: a procedure gives pins {name direction kind polarity}, interfaces
  # {name mode type bits}, and segments of addresses {interface segment}.

  proc number {settings name default} {
    return [expr {[dict exists $settings $name] ? [dict get $settings $name] : $default}]
  }

  proc model_smartconnect {settings} {
    set buses {}
    for {set i 0} {$i < [number $settings NUM_SI 2]} {incr i} {
      lappend buses [list [format S%02d_AXI $i] Slave aximm {}]
    }
    for {set i 0} {$i < [number $settings NUM_MI 1]} {incr i} {
      lappend buses [list [format M%02d_AXI $i] Master aximm {}]
    }
    return [list {{aclk I clk {}} {aresetn I rst LOW}} $buses {}]
  }

  proc model_proc_sys_reset {settings} {
    return [list {
      {slowest_sync_clk I clk {}} {ext_reset_in I rst {}} {dcm_locked I option {}}
      {aux_reset_in I option {}} {mb_debug_sys_rst I option {}} {mb_reset O rst HIGH}
      {bus_struct_reset O rst HIGH} {peripheral_reset O rst HIGH}
      {interconnect_aresetn O rst LOW} {peripheral_aresetn O rst LOW}
    } {} {}]
  }

  proc model_xlconcat {settings} {
    set pins {{dout O data {}}}
    for {set i 0} {$i < [number $settings NUM_PORTS 2]} {incr i} {
      lappend pins [list In$i I data {}]
    }
    return [list $pins {} {}]
  }

  proc model_axi_dma {settings} {
    foreach name {c_m_axis_mm2s_tdata_width c_s_axis_s2mm_tdata_width} memory {
        c_m_axi_mm2s_data_width c_m_axi_s2mm_data_width} {
      set stream [number $settings $name 32]
      if {$stream ni {8 16 32 64 128 256 512 1024} || $stream > [number $settings $memory 32]} {
        fail "axi_dma: $name $stream"
      }
    }
    return [list {
      {s_axi_lite_aclk I clk {}} {m_axi_mm2s_aclk I clk {}} {m_axi_s2mm_aclk I clk {}}
      {axi_resetn I rst LOW} {mm2s_prmry_reset_out_n O rst LOW} {s2mm_prmry_reset_out_n O rst LOW}
      {mm2s_introut O intr {}} {s2mm_introut O intr {}}
    } [list {S_AXI_LITE Slave aximm {}} {M_AXI_MM2S Master aximm {}} {M_AXI_S2MM Master aximm {}} \
        [list M_AXIS_MM2S Master axis [number $settings c_m_axis_mm2s_tdata_width 32]] \
        [list S_AXIS_S2MM Slave axis [number $settings c_s_axis_s2mm_tdata_width 32]]] \
      {{S_AXI_LITE Reg}}]
  }

  proc model_axi_fifo_mm_s {settings} {
    set buses {{S_AXI Slave aximm {}} {AXI_STR_TXD Master axis 32} {AXI_STR_RXD Slave axis 32}}
    if {[number $settings C_USE_TX_CTRL 1]} {
      lappend buses {AXI_STR_TXC Master axis 32}
    }
    return [list {
      {s_axi_aclk I clk {}} {s_axi_aresetn I rst LOW} {interrupt O intr {}}
      {mm2s_prmry_reset_out_n O rst LOW} {s2mm_prmry_reset_out_n O rst LOW}
    } $buses {{S_AXI Mem0}}]
  }

  proc model_jtag_axi {settings} {
    return [list {{aclk I clk {}} {aresetn I rst LOW}} {{M_AXI Master aximm {}}} {}]
  }

  proc model_clk_wiz {settings} {
    set pins {{clk_in1 I clk {}} {clk_out1 O clk {}} {locked O rst {}}}
    if {[number $settings USE_RESET true]} {
      lappend pins {reset I rst HIGH}
    }
    return [list $pins {} {}]
  }

  proc model_processing_system7 {settings} {
    set pins {{FCLK_CLK0 O clk {}} {FCLK_RESET0_N O rst LOW}}
    # Without an option, as on the board: the master is there.
    set buses {{DDR Master ddr {}} {FIXED_IO Master fixedio {}}}
    if {[number $settings PCW_USE_M_AXI_GP0 1]} {
      lappend pins {M_AXI_GP0_ACLK I clk {}}
      lappend buses {M_AXI_GP0 Master aximm {}}
    }
    if {[number $settings PCW_USE_S_AXI_HP0 0]} {
      lappend pins {S_AXI_HP0_ACLK I clk {}}
      lappend buses {S_AXI_HP0 Slave aximm {}}
    }
    if {[number $settings PCW_USE_FABRIC_INTERRUPT 0] && [number $settings PCW_IRQ_F2P_INTR 0]} {
      lappend pins {IRQ_F2P I option {}}
    }
    return [list $pins $buses {}]
  }

  proc model_zynq_ultra_ps_e {settings} {
    set pins {{pl_clk0 O clk {}} {pl_resetn0 O rst LOW}}
    set buses {}
    foreach {parameter default name clock mode} {
      PSU__USE__M_AXI_GP0 1 M_AXI_HPM0_FPD maxihpm0_fpd_aclk Master
      PSU__USE__M_AXI_GP1 1 M_AXI_HPM1_FPD maxihpm1_fpd_aclk Master
      PSU__USE__M_AXI_GP2 0 M_AXI_HPM0_LPD maxihpm0_lpd_aclk Master
      PSU__USE__S_AXI_GP2 0 S_AXI_HP0_FPD saxihp0_fpd_aclk Slave
    } {
      if {[number $settings $parameter $default]} {
        lappend pins [list $clock I clk {}]
        lappend buses [list $name $mode aximm {}]
      }
    }
    if {[number $settings PSU__USE__IRQ0 1]} {
      lappend pins {pl_ps_irq0 I option {}}
    }
    return [list $pins $buses {}]
  }

  variable parameters {
    smartconnect {NUM_SI NUM_MI NUM_CLKS}
    proc_sys_reset {C_EXT_RST_WIDTH C_EXT_RESET_HIGH C_AUX_RESET_HIGH}
    xlconcat {NUM_PORTS}
    axi_dma {c_include_sg c_sg_include_stscntrl_strm c_sg_length_width c_include_mm2s c_include_s2mm
      c_m_axi_mm2s_data_width c_m_axis_mm2s_tdata_width c_m_axi_s2mm_data_width
      c_s_axis_s2mm_tdata_width c_addr_width c_mm2s_burst_size c_s2mm_burst_size}
    axi_fifo_mm_s {C_USE_TX_CTRL C_USE_TX_DATA C_USE_RX_DATA C_TX_FIFO_DEPTH C_RX_FIFO_DEPTH}
    jtag_axi {PROTOCOL}
    clk_wiz {PRIM_IN_FREQ CLKOUT1_REQUESTED_OUT_FREQ USE_RESET USE_LOCKED}
    processing_system7 {PCW_FPGA0_PERIPHERAL_FREQMHZ PCW_EN_CLK0_PORT PCW_EN_RST0_PORT
      PCW_USE_M_AXI_GP0 PCW_USE_S_AXI_HP0 PCW_S_AXI_HP0_DATA_WIDTH PCW_USE_FABRIC_INTERRUPT
      PCW_IRQ_F2P_INTR}
    zynq_ultra_ps_e {PSU__CRL_APB__PL0_REF_CTRL__FREQMHZ PSU__FPGA_PL0_ENABLE PSU__USE__M_AXI_GP0
      PSU__USE__M_AXI_GP1 PSU__USE__M_AXI_GP2 PSU__USE__S_AXI_GP2 PSU__SAXIGP2__DATA_WIDTH
      PSU__USE__IRQ0}
  }

  # ---- Cores of ours: the component.xml in the repositories.

  # Read when the catalogue is updated.
  proc components {} {
    variable catalogue
    return $catalogue
  }

  proc read_components {} {
    variable state
    set found {}
    foreach repository $state(repositories) {
      foreach file [lsort [glob -nocomplain -directory $repository */component.xml]] {
        set text [text $file]
        regexp {<spirit:vendor>([^<]*)</spirit:vendor>\s*<spirit:library>([^<]*)</spirit:library>\s*<spirit:name>([^<]*)</spirit:name>\s*<spirit:version>([^<]*)<} \
          $text -> vendor library name version
        dict set found $vendor:$library:$name:$version $file
      }
    }
    return $found
  }

  proc model_component {file} {
    variable described
    if {![info exists described($file)]} {
      set described($file) [describe $file]
    }
    return $described($file)
  }

  proc describe {file} {
    set text [text $file]
    foreach {all name} [regexp -all -inline {<spirit:file>\s*<spirit:name>([^<]*)<} $text] {
      existing $file [file join [file dirname $file] $name]
    }
    set pins {}
    set buses {}
    set segments {}
    set covered {}
    foreach {all body} [regexp -all -inline \
        {<spirit:busInterface>(.*?)</spirit:busInterface>} $text] {
      regexp {<spirit:name>([^<]*)<} $body -> name
      regexp {busType [^>]*spirit:name="(\w+)"} $body -> type
      set mode [expr {[regexp {<spirit:master} $body] ? "Master" : "Slave"}]
      switch $type {
        clock {
          lappend pins [list $name I clk {}]
        }
        reset {
          regexp {<spirit:name>POLARITY</spirit:name>\s*<spirit:value[^>]*>ACTIVE_(\w+)<} $body -> polarity
          lappend pins [list $name I rst $polarity]
        }
        interrupt {
          lappend pins [list $name O intr {}]
        }
        axis {
          regexp {TDATA_NUM_BYTES</spirit:name>\s*<spirit:value[^>]*>(\d+)<} $body -> bytes
          lappend buses [list $name $mode axis [expr {8 * $bytes}]]
        }
        aximm {
          regexp {<spirit:addressBlock>\s*<spirit:name>([^<]*)<} $text -> block
          lappend buses [list $name $mode aximm {}]
          lappend segments [list $name $block]
        }
        default {
          fail "$file: interface of type $type"
        }
      }
    }
    if {[regexp {\merror_o\M} $text]} {
      lappend pins {error_o O data {}}
    }
    return [list $pins $buses $segments]
  }

  proc model {cell} {
    variable cells
    variable config
    if {![dict exists $cells $cell]} {
      fail "no cell $cell"
    }
    lassign [split [dict get $cells $cell] :] vendor library name version
    if {$vendor eq "xilinx.com"} {
      return [model_$name $config($cell)]
    }
    return [model_component [dict get [components] [dict get $cells $cell]]]
  }

  proc part {cell index name} {
    foreach one [lindex [model $cell] $index] {
      if {[lindex $one 0] eq $name} {
        return $one
      }
    }
    fail "cell $cell has no [lindex {pin interface} $index] $name"
  }

  proc pin {path} {
    lassign [split $path /] cell name
    return [part $cell 0 $name]
  }

  proc bus {path} {
    lassign [split $path /] cell name
    return [part $cell 1 $name]
  }

  # {drives kind polarity} of a pin or port.
  proc signal {object} {
    variable bdports
    lassign [split $object |] sort path
    if {$sort eq "port"} {
      return [list 1 [dict get $bdports $path] {}]
    }
    lassign [pin $path] name direction kind polarity
    return [list [expr {$direction eq "O"}] $kind $polarity]
  }

  proc connect {left right} {
    variable driver
    lassign [signal $left] drives
    lassign [signal $right] other
    if {$drives == $other} {
      fail "connect_bd_net $left $right: [expr {$drives ? {two drivers} : {no driver}}]"
    }
    if {!$drives} {
      lassign [list $right $left] left right
    }
    if {[info exists driver($right)]} {
      fail "$right has a driver already: $driver($right)"
    }
    lassign [signal $left] - kind polarity
    lassign [signal $right] - wanted level
    if {$wanted eq "clk" && $kind ne "clk"} {
      fail "$right is a clock, $left is none"
    }
    if {$wanted eq "rst" && ($kind ne "rst" || ($level ne {} && $level ne $polarity))} {
      fail "$right is a reset $level, $left is $kind $polarity"
    }
    if {$kind eq "clk" && $wanted ne "clk"} {
      fail "$left is a clock, $right is none"
    }
    set driver($right) $left
    say "net $left $right"
  }

  proc join_buses {left right} {
    variable link
    lassign [bus $left] - mode type bits
    lassign [bus $right] - other wanted width
    if {$mode ne "Master" || $other ne "Slave"} {
      fail "connect_bd_intf_net $left ($mode) $right ($other)"
    }
    if {$type ne $wanted || $bits ne $width} {
      fail "connect_bd_intf_net $left ($type $bits) $right ($wanted $width)"
    }
    foreach end [list $left $right] {
      if {[info exists link($end)]} {
        fail "$end is connected already, to $link($end)"
      }
    }
    set link($left) $right
    set link($right) $left
    say "interface $left $right"
  }

  # What Vivado's validation would see in the structure.
  proc validate {} {
    variable cells
    variable driver
    variable link
    variable segments
    set clocks {}
    dict for {cell vlnv} $cells {
      lassign [model $cell] pins buses places
      foreach pin $pins {
        lassign $pin name direction kind
        if {$direction eq "I" && $kind ne "option" && ![info exists driver(pin|$cell/$name)]} {
          fail "pin $cell/$name is not connected"
        }
        if {$direction eq "I" && $kind eq "clk" && $name ne "clk_in1"} {
          dict set clocks $driver(pin|$cell/$name) 1
        }
      }
      foreach bus $buses {
        if {![info exists link($cell/[lindex $bus 0])]} {
          fail "interface $cell/[lindex $bus 0] is not connected"
        }
      }
      foreach place $places {
        if {![dict exists $segments $cell/[join $place /]]} {
          fail "segment $cell/[join $place /] has no address"
        }
      }
    }
    if {[dict size $clocks] != 1} {
      fail "clocks: [dict keys $clocks]"
    }
    say "valid [dict size $cells] cells"
  }

  proc assign {segment offset range} {
    variable segments
    if {$offset % $range != 0} {
      fail "$segment: offset $offset is no multiple of $range"
    }
    dict for {other place} $segments {
      lassign $place from length
      if {$offset < $from + $length && $from < $offset + $range} {
        fail "$segment and $other overlap"
      }
    }
    dict set segments $segment [list $offset $range]
    say "address $segment $offset $range"
  }
}

proc unknown {name args} {
  recorder::fail "unknown command $name"
}

# ---- Projects and files.

recorder::command create_project {-part} {-force} 2 2 {
  lassign $words name folder
  file mkdir $folder
  set ::recorder::state(project) [list $name $folder]
  set ::recorder::state(files) {}
  recorder::say "project $name [dict get $option -part]"
}
recorder::command close_project {} {} 0 0 {}
recorder::command current_project {} {} 0 0 { return project|0 }
recorder::command current_fileset {} {} 0 0 { return fileset|sources_1 }
recorder::command get_board_parts {} {-quiet} 1 1 {
  return [expr {[info exists ::env(RECORDER_BOARDS)] ? $words : {}}]
}
recorder::command update_ip_catalog {} {-rebuild} 0 0 {
  set ::recorder::catalogue [recorder::read_components]
  if {[dict size [recorder::components]] == 0} {
    recorder::fail "no core in $::recorder::state(repositories)"
  }
}
recorder::command add_files {-fileset} {-norecurse} 1 1 {
  foreach file [lindex $words 0] {
    recorder::existing add_files $file
    if {[dict exists $option -fileset]} {
      lappend ::recorder::state(constraints) $file
    } else {
      lappend ::recorder::state(files) $file
    }
  }
}
recorder::command update_compile_order {-fileset} {} 0 0 {}
recorder::command get_files {} {} 1 1 {
  if {$words ne "system.bd"} {
    recorder::fail "no file $words"
  }
  return $words
}
recorder::command set_property {} {-dict} 2 3 {
  if {[dict exists $option -dict]} {
    lassign $words settings object
  } else {
    set settings [lrange $words 0 1]
    set object [lindex $words 2]
  }
  lassign [split $object |] sort name
  foreach {key value} $settings {
    switch $sort {
      project { set known {board_part ip_repo_paths} }
      fileset { set known {top} }
      ipcore { set known {version display_name} }
      busparameter { set known {value} }
      topport { set known {PACKAGE_PIN IOSTANDARD} }
      cell {
        set vlnv [dict get $::recorder::cells $name]
        set core [lindex [split $vlnv :] 2]
        if {![dict exists $::recorder::parameters $core]} {
          recorder::fail "set_property: $vlnv has no parameters"
        }
        set known {}
        foreach parameter [dict get $::recorder::parameters $core] {
          lappend known CONFIG.$parameter
        }
        dict set ::recorder::config($name) [string range $key 7 end] $value
      }
      default { recorder::fail "set_property: no object $object" }
    }
    if {$key ni $known} {
      recorder::fail "set_property: $object has no $key"
    }
    if {$key eq "ip_repo_paths"} {
      set ::recorder::state(repositories) $value
    }
    if {$key eq "top"} {
      set ::recorder::state(top) $value
    }
    recorder::say "property $object $key $value"
  }
}
recorder::command get_property {} {} 2 2 {
  lassign $words key object
  switch $object,$key {
    run|impl_1,PROGRESS { return [expr {$::recorder::state(run) eq "done" ? "100%" : "0%"}] }
    run|impl_1,STATUS { return "Not started" }
    run|impl_1,DIRECTORY { return [lindex $::recorder::state(project) 1]/system.runs/impl_1 }
    path|0,SLACK { return 0.125 }
    default { recorder::fail "get_property: $object has no $key" }
  }
}

# ---- Synthesis without a project.

recorder::command read_verilog {} {} 1 1 {
  foreach file [lindex $words 0] {
    recorder::existing read_verilog $file
    lappend ::recorder::state(files) $file
  }
}
recorder::command read_xdc {-mode} {} 1 1 {
  recorder::existing read_xdc [lindex $words 0]
  lappend ::recorder::state(constraints) [lindex $words 0]
}
recorder::command synth_design {-top -part -mode} {} 0 0 {
  set ::recorder::state(ports) [recorder::verilog_ports [dict get $option -top]]
  foreach file $::recorder::state(constraints) {
    source $file
  }
  recorder::say "synthesized [dict get $option -top] [dict get $option -part]"
}
foreach step {opt_design place_design phys_opt_design route_design} {
  recorder::command $step {} {} 0 0 "recorder::say $step"
}
recorder::command report_utilization {-file} {-hierarchical} 0 0 {}
recorder::command report_timing_summary {-file} {} 0 0 {}
recorder::command write_checkpoint {} {-force} 1 1 {}
recorder::command get_timing_paths {-delay_type -max_paths} {} 0 0 { return path|0 }

# ---- Constraints.

recorder::command get_ports {-filter} {} 0 1 {
  set found {}
  dict for {name direction} $::recorder::state(ports) {
    if {[dict exists $option -filter]} {
      set DIRECTION [expr {$direction eq "input" ? "IN" : "OUT"}]
      regexp {^DIRECTION == (\w+) && NAME != (\w+)$} [dict get $option -filter] -> wanted other
      if {$DIRECTION eq $wanted && $name ne $other} {
        lappend found topport|$name
      }
    } elseif {$name eq [lindex $words 0]} {
      lappend found topport|$name
    }
  }
  if {[llength $found] == 0} {
    recorder::fail "get_ports: no port $words"
  }
  return $found
}
recorder::command all_inputs {} {} 0 0 {
  return [dict keys [dict filter $::recorder::state(ports) value input]]
}
recorder::command all_outputs {} {} 0 0 {
  return [dict keys [dict filter $::recorder::state(ports) value output]]
}
recorder::command create_clock {-name -period} {} 0 1 {
  recorder::say "clock [dict get $option -period] $words"
}
foreach delay {set_input_delay set_output_delay} {
  recorder::command $delay {-clock} {-max} 2 2 "recorder::say \"$delay \$words\""
}

# ---- Block designs.

recorder::command create_bd_design {} {} 1 1 {}
recorder::command get_ipdefs {-filter} {-all} 0 0 {
  if {![regexp {^NAME == (\w+) && UPGRADE_VERSIONS == ""$} [dict get $option -filter] -> name]} {
    recorder::fail "get_ipdefs: [dict get $option -filter]"
  }
  if {![dict exists $::recorder::parameters $name]} {
    return {}
  }
  return xilinx.com:ip:$name:1.0
}
recorder::command create_bd_cell {-type -vlnv} {} 1 1 {
  set vlnv [dict get $option -vlnv]
  set name [lindex $words 0]
  lassign [split $vlnv :] vendor library core
  if {[dict exists $::recorder::cells $name]} {
    recorder::fail "create_bd_cell: $name is there already"
  }
  if {$vendor ne "xilinx.com" && ![dict exists [recorder::components] $vlnv]} {
    recorder::fail "create_bd_cell: no core $vlnv"
  }
  dict set ::recorder::cells $name $vlnv
  set ::recorder::config($name) {}
  recorder::say "cell $name $vlnv"
  return cell|$name
}
recorder::command get_bd_cells {} {} 1 1 {
  if {![dict exists $::recorder::cells [lindex $words 0]]} {
    recorder::fail "no cell $words"
  }
  return cell|[lindex $words 0]
}
recorder::command create_bd_port {-dir -type -freq_hz} {} 1 1 {
  dict set ::recorder::bdports [lindex $words 0] [dict get $option -type]
}
recorder::command get_bd_ports {} {} 1 1 {
  if {![dict exists $::recorder::bdports [lindex $words 0]]} {
    recorder::fail "no port $words"
  }
  return port|[lindex $words 0]
}
recorder::command get_bd_pins {} {} 1 1 {
  recorder::pin [lindex $words 0]
  return pin|[lindex $words 0]
}
recorder::command get_bd_intf_pins {} {} 1 1 {
  recorder::bus [lindex $words 0]
  return [lindex $words 0]
}
recorder::command connect_bd_net {} {} 2 2 { recorder::connect {*}$words }
recorder::command connect_bd_intf_net {} {} 2 2 { recorder::join_buses {*}$words }
recorder::command apply_bd_automation {-rule -config} {} 1 1 {
  set name [lindex [split [lindex $words 0] |] 1]
  set core [lindex [split [dict get $::recorder::cells $name] :] 2]
  if {[dict get $option -rule] ne "xilinx.com:bd_rule:$core"} {
    recorder::fail "apply_bd_automation: [dict get $option -rule] for $core"
  }
  set settings [dict get $option -config]
  dict for {key value} $settings {
    if {$key ni {make_external apply_board_preset Master Slave}} {
      recorder::fail "apply_bd_automation: $key"
    }
  }
  if {[dict get $settings apply_board_preset] != [info exists ::env(RECORDER_BOARDS)]} {
    recorder::fail "apply_bd_automation: a preset without a board"
  }
  if {[dict exists $settings make_external]} {
    foreach bus [split [dict get $settings make_external] ", "] {
      if {$bus ne ""} {
        recorder::bus $name/$bus
        set ::recorder::link($name/$bus) outside
      }
    }
  }
}
recorder::command get_bd_addr_spaces {} {} 1 1 {
  set cell [lindex [split [lindex $words 0] /] 0]
  recorder::model $cell
  if {$cell ni {ps debugger} || [lindex $words 0] ne "$cell/Data"} {
    recorder::fail "no address space $words"
  }
  return [lindex $words 0]
}
recorder::command get_bd_addr_segs {} {} 1 1 {
  lassign [split [lindex $words 0] /] cell bus segment
  if {[list $bus $segment] ni [lindex [recorder::model $cell] 2]} {
    recorder::fail "no segment $words"
  }
  return [lindex $words 0]
}
recorder::command assign_bd_address {-offset -range -target_address_space} {-force} 0 1 {
  if {[llength $words] == 1} {
    recorder::assign [lindex $words 0] [dict get $option -offset] [dict get $option -range]
  }
}
recorder::command validate_bd_design {} {} 0 0 { recorder::validate }
recorder::command save_bd_design {} {} 0 0 {}
recorder::command make_wrapper {-files} {-top} 0 0 {
  set file [lindex $::recorder::state(project) 1]/system_wrapper.v
  close [open $file w]
  return $file
}
recorder::command get_runs {} {} 1 1 { return run|[lindex $words 0] }
recorder::command launch_runs {-to_step -jobs} {} 1 1 {
  if {$::recorder::state(top) ne "system_wrapper"} {
    recorder::fail "launch_runs: the top is $::recorder::state(top)"
  }
  set ::recorder::state(ports) {}
  foreach port [dict keys $::recorder::bdports] {
    dict set ::recorder::state(ports) $port input
  }
  foreach file $::recorder::state(constraints) {
    source $file
  }
  set ::recorder::state(run) launched
}
recorder::command wait_on_run {} {} 1 1 {
  set folder [lindex $::recorder::state(project) 1]
  foreach file {system.runs/impl_1/system_wrapper.bit
      system.gen/sources_1/bd/system/hw_handoff/system.hwh} {
    file mkdir [file dirname $folder/$file]
    close [open $folder/$file w]
  }
  set ::recorder::state(run) done
}
recorder::command open_run {} {} 1 1 {}
recorder::command write_hw_platform {-file} {-fixed -include_bit -force} 0 0 {
  recorder::say "platform [file tail [dict get $option -file]]"
}

# ---- Packaging.

namespace eval ipx {}
recorder::command ipx::package_project {-root_dir -vendor -library -taxonomy} {-import_files -force} \
    0 0 {
  set inferred {}
  foreach {port direction} [recorder::verilog_ports $::recorder::state(top)] {
    if {[regexp {^(\w+)_(tdata|awaddr)$} $port -> bus]} {
      dict set inferred $bus 1
    }
  }
  set ::recorder::state(current) $inferred
}
recorder::command ipx::current_core {} {} 0 0 { return ipcore|$::recorder::state(top) }
recorder::command ipx::get_bus_interfaces {-of_objects} {} 1 1 {
  return [expr {[dict exists $::recorder::state(current) [lindex $words 0]] ? "busif|$words" : ""}]
}
recorder::command ipx::infer_bus_interface {} {} 3 3 {
  lassign $words port type
  if {![dict exists [recorder::verilog_ports $::recorder::state(top)] $port]} {
    recorder::fail "ipx::infer_bus_interface: no port $port"
  }
  dict set ::recorder::state(current) $port 1
}
recorder::command ipx::get_bus_parameters {-of_objects} {} 1 1 { return {} }
recorder::command ipx::add_bus_parameter {} {} 2 2 { return busparameter|[lindex $words 0] }
recorder::command ipx::associate_bus_interfaces {-busif -clock -reset} {} 1 1 {
  dict for {key name} $option {
    if {![dict exists $::recorder::state(current) $name]} {
      recorder::fail "ipx::associate_bus_interfaces: no interface $name"
    }
  }
  recorder::say "associated $option"
}
foreach name {create_xgui_files update_checksums check_integrity} {
  recorder::command ipx::$name {} {} 1 1 {}
}
recorder::command ipx::save_core {} {} 1 1 { recorder::say "saved $words" }

set script [lindex $argv 0]
set argv [lrange $argv 1 end]
if {[catch {source $script} message]} {
  puts stderr $message
  puts stderr $::errorInfo
  exit 1
}
