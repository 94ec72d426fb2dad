package io.hdlgen.quantizer.json;

import io.hdlgen.quantizer.network.Activation;
import io.hdlgen.quantizer.network.AndInverterGraph;
import io.hdlgen.quantizer.network.Arithmetic;
import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.DecisionDiagram;
import io.hdlgen.quantizer.network.DenseLayer;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongMatrix;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.network.Match;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes the format: two spaces an indent, one line a feature, one line a row of a matrix, all keys
 * in a fixed order.
 */
final class NetworkWriter {
  private final StringBuilder out = new StringBuilder();

  String write(IntegerNetwork network) {
    out.append("{\n");
    out.append("  \"format\": ").append(JsonText.quote(NetworkJson.FORMAT)).append(",\n");
    out.append("  \"version\": ").append(NetworkJson.version(network)).append(",\n");
    out.append("  \"name\": ").append(JsonText.quote(network.name())).append(",\n");
    out.append("  \"inputs\": ");
    lines(network.inputs(), "  ", this::feature);
    out.append(",\n  \"layers\": ");
    lines(network.layers(), "  ", this::layer);
    out.append(",\n  \"decision\": ");
    network.decision().accept(new DecisionWriter());
    out.append(",\n  \"classNames\": ");
    lines(network.classNames(), "  ", name -> out.append(JsonText.quote(name)));
    return out.append("\n}\n").toString();
  }

  private void feature(InputFeature feature) {
    out.append("{\"name\": ").append(JsonText.quote(feature.name()));
    out.append(", \"bits\": ").append(feature.bits());
    out.append(", \"encoding\": ").append(quote(feature.encoding()));
    out.append(", \"min\": ").append(feature.min());
    out.append(", \"max\": ").append(feature.max());
    out.append(", \"scale\": ").append(JsonText.number(feature.scale()));
    out.append(", \"offset\": ").append(JsonText.number(feature.offset()));
    out.append(", \"rounding\": ").append(quote(feature.rounding()));
    if (feature.levels().size() > 0) {
      out.append(", \"levels\": ");
      vector(feature.levels());
    }
    out.append('}');
  }

  private void layer(DenseLayer layer) {
    out.append("{\n      \"name\": ").append(JsonText.quote(layer.name()));
    out.append(",\n      \"weights\": ");
    matrix(layer.weights(), "      ");
    out.append(",\n      \"biases\": ");
    vector(layer.biases());
    out.append(",\n      \"activation\": ");
    layer.activation().accept(new ActivationWriter());
    layer.arithmetic().accept(new ArithmeticWriter());
    out.append("\n    }");
  }

  /** Writes nothing of an exact one, so that its layers are those of version 1. */
  private final class ArithmeticWriter implements Arithmetic.Visitor<Void> {
    @Override
    public Void visit(Arithmetic.Exact exact) {
      return null;
    }

    @Override
    public Void visit(Arithmetic.MaskedSummands masked) {
      out.append(",\n      \"arithmetic\": {\n        \"kind\": \"masked_summands\"");
      out.append(",\n        \"onesComplement\": ").append(masked.onesComplement());
      out.append(",\n        \"masks\": ");
      matrix(masked.masks(), "        ");
      out.append("\n      }");
      return null;
    }

    @Override
    public Void visit(Arithmetic.SaturatedGroups saturated) {
      out.append(",\n      \"arithmetic\": {\n        \"kind\": \"saturated_groups\"");
      out.append(",\n        \"groups\": ");
      lines(saturated.groups(), "        ", this::neuron);
      out.append("\n      }");
      return null;
    }

    private void neuron(List<Arithmetic.Group> groups) {
      out.append(
          groups.stream()
              .map(group -> "{\"cap\": " + group.cap() + ", \"inputs\": " + group.inputs() + "}")
              .collect(Collectors.joining(", ", "[", "]")));
    }
  }

  private final class ActivationWriter implements Activation.Visitor<Void> {
    @Override
    public Void visit(Activation.Identity identity) {
      out.append("{\"kind\": \"identity\"}");
      return null;
    }

    @Override
    public Void visit(Activation.ShiftRelu relu) {
      out.append("{\"kind\": \"shift_relu\", \"drop\": ").append(relu.drop());
      out.append(", \"bits\": ").append(relu.bits()).append('}');
      return null;
    }

    @Override
    public Void visit(Activation.MultiThreshold activation) {
      out.append("{\n        \"kind\": \"multi_threshold\"");
      out.append(",\n        \"first\": ").append(activation.first());
      out.append(",\n        \"step\": ").append(activation.step());
      out.append(",\n        \"thresholds\": ");
      matrix(activation.thresholds(), "        ");
      out.append("\n      }");
      return null;
    }
  }

  private final class DecisionWriter implements Decision.Visitor<Void> {
    @Override
    public Void visit(Decision.ArgMax argMax) {
      String more = argMax.tournament().isEmpty() ? "" : ",\n    \"tournament\": ";
      return write("arg_max", argMax, more + tournament(argMax.tournament()));
    }

    @Override
    public Void visit(Decision.Threshold threshold) {
      return write("threshold", threshold, ",\n    \"threshold\": " + threshold.threshold());
    }

    @Override
    public Void visit(Decision.Scores scores) {
      return write("scores", scores, "");
    }

    private String tournament(List<Match> matches) {
      return matches.isEmpty()
          ? ""
          : matches.stream()
              .map(m -> "\n      " + List.of(m.left(), m.right(), m.mask()))
              .collect(Collectors.joining(",", "[", "\n    ]"));
    }

    @Override
    public Void visit(Decision.Table table) {
      out.append("{\n    \"kind\": \"table\",\n    \"classes\": ");
      vector(table.classes());
      out.append("\n  }");
      return null;
    }

    @Override
    public Void visit(DecisionDiagram diagram) {
      out.append("{\n    \"kind\": \"diagram\",\n    \"root\": ");
      successor(diagram.root());
      out.append(",\n    \"nodes\": ");
      lines(diagram.nodes(), "    ", this::node);
      out.append("\n  }");
      return null;
    }

    @Override
    public Void visit(AndInverterGraph logic) {
      out.append("{\n    \"kind\": \"logic\",\n    \"values\": ").append(logic.values());
      out.append(",\n    \"gates\": ");
      lines(logic.gates(), "    ", gate -> out.append("[" + gate.a() + ", " + gate.b() + "]"));
      out.append(",\n    \"outputs\": ");
      vector(logic.outputs());
      out.append(",\n    \"lastClass\": ").append(logic.lastClass()).append("\n  }");
      return null;
    }

    private void node(DecisionDiagram.Node node) {
      out.append("{\"value\": ").append(node.value()).append(", \"ifZero\": ");
      successor(node.ifZero());
      out.append(", \"ifOne\": ");
      successor(node.ifOne());
      out.append('}');
    }

    private void successor(DecisionDiagram.Successor successor) {
      out.append(successor.isClass() ? "{\"class\": " : "{\"node\": ");
      out.append(successor.index()).append('}');
    }

    private Void write(String kind, Decision.OnScores decision, String more) {
      out.append("{\n    \"kind\": ").append(JsonText.quote(kind));
      out.append(",\n    \"multipliers\": ");
      vector(decision.multipliers());
      out.append(",\n    \"offsets\": ");
      vector(decision.offsets());
      out.append(more).append("\n  }");
      return null;
    }
  }

  /** An array with one line an element; {@code indent} is that of the line it begins on. */
  private <T> void lines(List<T> elements, String indent, Consumer<T> writer) {
    String separator = "[\n";
    for (T element : elements) {
      out.append(separator).append(indent).append("  ");
      writer.accept(element);
      separator = ",\n";
    }
    out.append(elements.isEmpty() ? "[]" : "\n" + indent + "]");
  }

  private void matrix(LongMatrix matrix, String indent) {
    List<Integer> rows = IntStream.range(0, matrix.rows()).boxed().toList();
    lines(rows, indent, row -> vector(matrix.row(row)));
  }

  private void vector(LongVector vector) {
    out.append('[');
    for (int i = 0; i < vector.size(); i++) {
      out.append(i == 0 ? "" : ", ").append(vector.get(i));
    }
    out.append(']');
  }

  private static String quote(Enum<?> constant) {
    return JsonText.quote(constant.name().toLowerCase(Locale.ROOT));
  }
}
