package io.hdlgen.hdl.verilog;

import java.util.List;

/** Prints a module. Decides on blanks and line ends alone. */
final class ModuleWriter implements Item.Visitor<Void> {
  private final StringBuilder out = new StringBuilder();

  String write(ModuleSpec module) {
    comment(module.header());
    if (!module.header().isEmpty()) {
      line("");
    }
    line("`default_nettype none");
    line("");
    line(CodeBlock.of("module $N (", module.name()).toString());
    for (int i = 0; i < module.ports().size(); i++) {
      PortSpec port = module.ports().get(i);
      String direction =
          switch (port.direction()) {
            case INPUT -> "input  wire ";
            case OUTPUT -> "output wire ";
          };
      String comma = i + 1 < module.ports().size() ? "," : "";
      line("    " + direction + CodeBlock.of("$W$N", port.width(), port.name()) + comma);
    }
    line(");");
    module.items().forEach(item -> item.accept(this));
    line("");
    line("endmodule");
    line("");
    line("`default_nettype wire");
    return out.toString();
  }

  @Override
  public Void visit(Item.Comment item) {
    line("");
    comment(item.lines(), "  ");
    return null;
  }

  @Override
  public Void visit(Item.Wire item) {
    CodeBlock declaration = CodeBlock.of("wire $W$N", item.width(), item.name());
    line("  " + declaration + (item.value() == null ? ";" : " = " + item.value() + ";"));
    return null;
  }

  @Override
  public Void visit(Item.Assign item) {
    line("  " + CodeBlock.of("assign $N = $L;", item.name(), item.value()));
    return null;
  }

  @Override
  public Void visit(Item.Reg item) {
    line("  " + CodeBlock.of("reg $W$N;", item.width(), item.name()));
    return null;
  }

  @Override
  public Void visit(Item.Lookup item) {
    line("  " + CodeBlock.of("reg $W$N;", item.width(), item.name()));
    line("  always @*");
    line("    case (" + item.index() + ")");
    int last = item.values().size() - 1;
    for (int i = 0; i < last; i++) {
      CodeBlock value = item.values().get(i);
      line("      " + CodeBlock.of("$L'd$L: $N = $L;", item.indexWidth(), i, item.name(), value));
    }
    line("      " + CodeBlock.of("default: $N = $L;", item.name(), item.values().get(last)));
    line("    endcase");
    return null;
  }

  @Override
  public Void visit(Item.Clocked item) {
    line("  " + CodeBlock.of("always @(posedge $N)", item.clock()));
    String indent = "    ";
    if (item.reset() != null) {
      line(indent + CodeBlock.of("if ($N) begin", item.reset()));
      for (Item.Update update : item.updates()) {
        line(indent + "  " + CodeBlock.of("$N <= $L;", update.register(), update.reset()));
      }
      line(indent + "end else" + guard(item) + " begin");
    } else {
      line(indent + (item.enable() == null ? "" : guard(item).strip() + " ") + "begin");
    }
    for (Item.Update update : item.updates()) {
      line(indent + "  " + CodeBlock.of("$N <= $L;", update.register(), update.next()));
    }
    line(indent + "end");
    return null;
  }

  private static String guard(Item.Clocked item) {
    return item.enable() == null ? "" : CodeBlock.of(" if ($N)", item.enable()).toString();
  }

  @Override
  public Void visit(Item.Rom item) {
    array(item.width(), item.array(), item.words().size());
    contents(item.array(), item.words());
    line("  " + CodeBlock.of("reg $W$N;", item.width(), item.register()));
    line("  " + CodeBlock.of("always @(posedge $N)", item.clock()));
    line("    " + CodeBlock.of("$N <= $N[$L];", item.register(), item.array(), item.address()));
    return null;
  }

  @Override
  public Void visit(Item.Memory item) {
    Item.WritePort write = item.write();
    boolean known = item.depth() == 1 && !item.initial().isEmpty();
    array(item.width(), item.array(), item.depth());
    if (!item.initial().isEmpty()) {
      contents(item.array(), item.initial());
    }
    line("  " + CodeBlock.of("reg $W$N;", item.width(), item.register()));
    if (known) {
      line("  " + CodeBlock.of("initial $N = $L;", item.register(), item.initial().get(0)));
    }
    line("  " + CodeBlock.of("always @(posedge $N) begin", item.clock()));
    line("    " + CodeBlock.of("if ($L)", write.enable()));
    line("      " + CodeBlock.of("$N[$L] <= $L;", item.array(), write.address(), write.data()));
    line("    " + CodeBlock.of("$N <= $N[$L];", item.register(), item.array(), item.readAddress()));
    line("  end");
    return null;
  }

  private void contents(String array, List<CodeBlock> words) {
    line("  initial begin");
    for (int i = 0; i < words.size(); i++) {
      line("    " + CodeBlock.of("$N[$L] = $L;", array, i, words.get(i)));
    }
    line("  end");
  }

  private void array(int width, String name, int depth) {
    line("  " + CodeBlock.of("reg $W$N [0:$L];", width, name, depth - 1));
  }

  @Override
  public Void visit(Item.InstanceSpec item) {
    line("  " + CodeBlock.of("$N $N (", item.module(), item.name()));
    for (int i = 0; i < item.connections().size(); i++) {
      Item.Connection connection = item.connections().get(i);
      String comma = i + 1 < item.connections().size() ? "," : "";
      line("    " + CodeBlock.of(".$N($L)", connection.port(), connection.value()) + comma);
    }
    line("  );");
    return null;
  }

  private void comment(List<String> lines) {
    comment(lines, "");
  }

  private void comment(List<String> lines, String indent) {
    lines.forEach(text -> line((indent + "// " + text).stripTrailing()));
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
