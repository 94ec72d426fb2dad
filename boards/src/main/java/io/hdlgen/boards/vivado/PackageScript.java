package io.hdlgen.boards.vivado;

import java.util.List;
import java.util.stream.Collectors;

/** {@code vivado/package_ip.tcl}: has Vivado package the cores itself, from the Verilog alone. */
final class PackageScript {
  private PackageScript() {}

  /**
   * The script.
   *
   * @param cores with the Verilog files of each, relative to the folder above that of the script
   */
  static String of(VivadoDesign design, VivadoBoard board, List<PackagedCore> cores) {
    StringBuilder text = new StringBuilder();
    text.append(
        Header.tcl(design, "Packages the cores anew by Vivado itself, into vivado/ip_packaged/."));
    text.append(
        """
        #
        # The folder ip/ holds them packaged; this is for those who would rather have Vivado do it.
        #
        #   vivado -mode batch -source package_ip.tcl
        set here [file dirname [file normalize [info script]]]
        set root [file dirname $here]

        proc package_core {name files buses interrupt} {
          global here root
          create_project -force $name [file join $here package_$name] -part %s
          foreach file $files {
            add_files -norecurse [file join $root $file]
          }
          set_property top $name [current_fileset]
          update_compile_order -fileset sources_1
          ipx::package_project -root_dir [file join $here ip_packaged $name] \\
            -vendor %s -library %s -taxonomy /UserIP -import_files -force
          set core [ipx::current_core]
          set_property version %s $core
          set_property display_name $name $core
          foreach port {clk_i rst_i} type {clock reset} {
            if {[ipx::get_bus_interfaces $port -of_objects $core] eq ""} {
              ipx::infer_bus_interface $port xilinx.com:signal:${type}_rtl:1.0 $core
            }
          }
          set reset [ipx::get_bus_interfaces rst_i -of_objects $core]
          set polarity [ipx::get_bus_parameters POLARITY -of_objects $reset]
          if {$polarity eq ""} {
            set polarity [ipx::add_bus_parameter POLARITY $reset]
          }
          set_property value ACTIVE_HIGH $polarity
          foreach bus $buses {
            ipx::associate_bus_interfaces -busif $bus -clock clk_i $core
          }
          ipx::associate_bus_interfaces -clock clk_i -reset rst_i $core
          if {$interrupt ne "" && [ipx::get_bus_interfaces $interrupt -of_objects $core] eq ""} {
            ipx::infer_bus_interface $interrupt xilinx.com:signal:interrupt_rtl:1.0 $core
          }
          ipx::create_xgui_files $core
          ipx::update_checksums $core
          ipx::check_integrity $core
          ipx::save_core $core
          close_project
        }

        """
            .formatted(board.part(), IpXact.VENDOR, IpXact.LIBRARY, IpXact.VERSION));
    cores.forEach(core -> text.append(call(core)));
    return text.toString();
  }

  private static String call(PackagedCore packaged) {
    Core core = packaged.core();
    String files =
        packaged.files().stream().map(f -> "  " + f + "\n").collect(Collectors.joining());
    String buses = core.buses().stream().map(CoreBus::name).collect(Collectors.joining(" "));
    String interrupt = core.outputs().contains(Core.INTERRUPT) ? Core.INTERRUPT : "{}";
    return "package_core %s {\n%s} {%s} %s\n".formatted(core.name(), files, buses, interrupt);
  }
}
