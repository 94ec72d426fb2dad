package io.hdlgen.hdl.verilog;

import java.util.ArrayList;
import java.util.List;

/**
 * A Verilog module in a file of its own.
 *
 * @param header lines of comment at the top of the file
 */
public record ModuleSpec(List<String> header, String name, List<PortSpec> ports, List<Item> items) {
  public ModuleSpec {
    header = new Item.Comment(header).lines();
    ports = List.copyOf(ports);
    items = List.copyOf(items);
  }

  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** The text of the file. */
  public String print() {
    return new ModuleWriter().write(this);
  }

  /** Collects a module's parts in order. */
  public static final class Builder {
    private final String name;
    private final List<String> header = new ArrayList<>();
    private final List<PortSpec> ports = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();

    private Builder(String name) {
      this.name = name;
    }

    public Builder header(List<String> lines) {
      header.addAll(lines);
      return this;
    }

    public Builder port(PortSpec port) {
      ports.add(port);
      return this;
    }

    public Builder comment(String... lines) {
      return item(new Item.Comment(List.of(lines)));
    }

    public Builder item(Item item) {
      items.add(item);
      return this;
    }

    public ModuleSpec build() {
      return new ModuleSpec(header, name, ports, items);
    }
  }
}
