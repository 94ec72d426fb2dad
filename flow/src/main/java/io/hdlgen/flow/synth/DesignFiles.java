package io.hdlgen.flow.synth;

import io.hdlgen.flow.design.DesignOptions;
import io.hdlgen.flow.design.SignatureJson;
import io.hdlgen.flow.folder.DesignFolder;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.hdl.text.NetlistParser;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a design folder says of its hardware.
 *
 * @param folder where it lies
 * @param verilog text by file name
 */
public record DesignFiles(
    DesignFolder folder,
    DesignOptions options,
    Signature signature,
    Netlist netlist,
    SortedMap<String, String> verilog) {

  /**
   * Reads a design folder.
   *
   * @throws io.hdlgen.quantizer.error.InvalidInputException if it is none, or not whole
   */
  public static DesignFiles read(Path path) {
    DesignFolder folder = DesignFolder.openNetwork(path);
    DesignOptions options =
        DesignOptions.read(
            folder.read(DesignFolder.OPTIONS), folder.file(DesignFolder.OPTIONS).toString());
    Signature signature =
        SignatureJson.read(
            folder.read(DesignFolder.SIGNATURE), folder.file(DesignFolder.SIGNATURE).toString());
    Netlist netlist =
        NetlistParser.parse(
            folder.read(DesignFolder.NETLIST), folder.file(DesignFolder.NETLIST).toString());
    SortedMap<String, String> verilog = new TreeMap<>();
    for (HdlModule module : netlist.modules()) {
      String name = module.name() + ".v";
      verilog.put(name, folder.read(DesignFolder.RTL + "/" + name));
    }
    return new DesignFiles(folder, options, signature, netlist, verilog);
  }
}
