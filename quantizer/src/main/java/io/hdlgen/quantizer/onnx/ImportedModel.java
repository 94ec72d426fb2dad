package io.hdlgen.quantizer.onnx;

import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.List;

/** What an ONNX file holds. */
public sealed interface ImportedModel {

  /** What to tell the user: one sentence each. */
  List<String> notes();

  /** Calls the visitor's method for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** One method a kind. */
  interface Visitor<R> {
    R visit(Quantized quantized);

    R visit(Floating floating);
  }

  /** A model with quantizers: it is an integer network already. */
  record Quantized(IntegerNetwork network, List<String> notes) implements ImportedModel {
    public Quantized {
      notes = List.copyOf(notes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** A model without any quantizer: it has to be quantized. */
  record Floating(FloatNetwork network, List<String> notes) implements ImportedModel {
    public Floating {
      notes = List.copyOf(notes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }
}
