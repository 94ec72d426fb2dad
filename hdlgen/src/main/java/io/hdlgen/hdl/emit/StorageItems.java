package io.hdlgen.hdl.emit;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.verilog.CodeBlock;
import io.hdlgen.hdl.verilog.Item;
import io.hdlgen.hdl.verilog.NameAllocator;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes read-only memories and memories; their arrays have names that no node has. */
final class StorageItems {
  private final HdlModule module;
  private final Expressions expressions;
  private final NameAllocator arrays = new NameAllocator();

  /**
   * @param names the names of the module's nodes, null where a node has none
   */
  StorageItems(HdlModule module, List<String> names, Expressions expressions) {
    this.module = module;
    this.expressions = expressions;
    List.of(VerilogNames.CLOCK, VerilogNames.RESET, VerilogNames.UNUSED).forEach(arrays::reserve);
    names.stream().filter(Objects::nonNull).forEach(arrays::reserve);
  }

  /** As many words as the address reaches, the last one repeated: no address reads past the end. */
  Item rom(String name, Node.Rom node) {
    List<BigInteger> words = node.words();
    List<CodeBlock> contents = new ArrayList<>();
    for (int i = 0; i < 1 << module.node(node.address()).width(); i++) {
      BigInteger word = words.get(Math.min(i, words.size() - 1));
      contents.add(Expressions.bits(node.width(), word));
    }
    CodeBlock address = expressions.read(node.address());
    return new Item.Rom(
        VerilogNames.CLOCK, name, array(name, "_rom"), node.width(), address, contents);
  }

  Item memory(String name, Node.Memory node) {
    Item.WritePort write =
        new Item.WritePort(
            expressions.read(node.writeEnable()),
            expressions.read(node.writeAddress()),
            expressions.read(node.writeData()));
    return new Item.Memory(
        VerilogNames.CLOCK,
        name,
        array(name, "_mem"),
        node.width(),
        node.depth(),
        node.initial().stream().map(word -> Expressions.bits(node.width(), word)).toList(),
        write,
        expressions.read(node.readAddress()));
  }

  private String array(String name, String suffix) {
    return arrays.allocate(name.replaceFirst("_q$", ""), suffix);
  }
}
