package io.hdlgen.hdl.verilog;

import java.util.List;

/** What stands in the body of a module. */
public sealed interface Item {
  <R> R accept(Visitor<R> visitor);

  /** One method a kind: a new kind breaks the build where work is due. */
  interface Visitor<R> {
    R visit(Comment item);

    R visit(Wire item);

    R visit(Assign item);

    R visit(Reg item);

    R visit(Lookup item);

    R visit(Clocked item);

    R visit(Rom item);

    R visit(Memory item);

    R visit(InstanceSpec item);
  }

  /** Lines of comment, each of which becomes {@code // line}; an empty line is put before. */
  record Comment(List<String> lines) implements Item {
    public Comment {
      lines = List.copyOf(lines);
      if (lines.stream().anyMatch(line -> line.chars().anyMatch(c -> c < ' '))) {
        throw new IllegalArgumentException("a control character in a comment");
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code wire [6:0] name = value;}; no value leaves it to an instance. */
  record Wire(String name, int width, CodeBlock value) implements Item {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code assign name = value;}. */
  record Assign(String name, CodeBlock value) implements Item {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code reg [6:0] name;}. */
  record Reg(String name, int width) implements Item {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** A constant table: a {@code case} on the index that sets a declared reg. */
  record Lookup(String name, int width, CodeBlock index, int indexWidth, List<CodeBlock> values)
      implements Item {
    public Lookup {
      values = List.copyOf(values);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Registers that share clock, reset and enable; reset and enable may be null. */
  record Clocked(String clock, String reset, String enable, List<Update> updates) implements Item {
    public Clocked {
      updates = List.copyOf(updates);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** What a register becomes at an edge; the reset value is null where there is no reset. */
  record Update(String register, CodeBlock next, CodeBlock reset) {}

  /**
   * A read-only memory with its register.
   *
   * @param register what shows the word read
   * @param array what holds the words
   */
  record Rom(
      String clock,
      String register,
      String array,
      int width,
      CodeBlock address,
      List<CodeBlock> words)
      implements Item {
    public Rom {
      words = List.copyOf(words);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * A memory that is read, into a register, before it is written.
   *
   * @param register what shows the word read
   * @param array what holds the words
   * @param initial the words at the start, if they are known
   */
  record Memory(
      String clock,
      String register,
      String array,
      int width,
      int depth,
      List<CodeBlock> initial,
      WritePort write,
      CodeBlock readAddress)
      implements Item {
    public Memory {
      initial = List.copyOf(initial);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** What a memory writes at an edge, and where and whether. */
  record WritePort(CodeBlock enable, CodeBlock address, CodeBlock data) {}

  /** An instance with named connections. */
  record InstanceSpec(String module, String name, List<Connection> connections) implements Item {
    public InstanceSpec {
      connections = List.copyOf(connections);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** {@code .port(value)}. */
  record Connection(String port, CodeBlock value) {}
}
