package io.hdlgen.hdl.emit;

import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Node;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Finds bits of named nodes that nothing reads. */
final class UsedBits {
  private UsedBits() {}

  /** Expressions, such as {@code x3_i} or {@code sum[2:0]}, that cover every unread bit. */
  static List<String> unread(HdlModule module, List<String> names) {
    BitSet[] used = new BitSet[module.nodes().size()];
    for (int index = 0; index < used.length; index++) {
      used[index] = new BitSet();
    }
    for (Node node : module.nodes()) {
      if (node instanceof Node.Slice slice) {
        used[slice.operand()].set(slice.low(), slice.low() + slice.width());
      } else {
        for (int operand : node.operands()) {
          used[operand].set(0, module.node(operand).width());
        }
      }
    }
    List<String> unread = new ArrayList<>();
    for (int index = 0; index < used.length; index++) {
      Node node = module.node(index);
      if (names.get(index) != null
          && !(node instanceof Node.Output)
          && !(node instanceof Node.Instance)) {
        collect(names.get(index), node.width(), used[index], unread);
      }
    }
    return unread;
  }

  private static void collect(String name, int width, BitSet used, List<String> unread) {
    int low = used.nextClearBit(0);
    while (low < width) {
      int next = used.nextSetBit(low);
      int high = next < 0 ? width - 1 : next - 1;
      if (low == 0 && high == width - 1) {
        unread.add(name);
      } else {
        unread.add(name + (low == high ? "[" + low + "]" : "[" + high + ":" + low + "]"));
      }
      low = used.nextClearBit(high + 1);
    }
  }
}
