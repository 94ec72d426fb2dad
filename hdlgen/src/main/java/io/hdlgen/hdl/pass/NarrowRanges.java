package io.hdlgen.hdl.pass;

import io.hdlgen.hdl.netlist.Node;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Narrows sums to their exact range. Interval arithmetic takes the operands of a sum as
 * independent; where an input comes in twice ({@code 3x = 4x - x}) it gives too much. Here every
 * sum is known as a linear form over the values that are no sums, and its range follows from
 * theirs.
 */
public final class NarrowRanges extends RewritePass {
  /** A form with more terms than this is not followed further: memory stays linear. */
  private static final int MAX_TERMS = 4096;

  public NarrowRanges() {
    super("narrow-ranges", Narrower::new);
  }

  private static final class Narrower extends ModuleRewriter {
    /** By index in the new module: the form of a sum, or null for a value that is none. */
    private final List<TreeMap<Integer, BigInteger>> forms = new ArrayList<>();

    @Override
    public Integer visit(Node.Add node) {
      return sum(node, super.visit(node), node.left(), node.right(), BigInteger.ONE);
    }

    @Override
    public Integer visit(Node.Subtract node) {
      return sum(node, super.visit(node), node.left(), node.right(), BigInteger.ONE.negate());
    }

    @Override
    public Integer visit(Node.ShiftLeft node) {
      int place = super.visit(node);
      TreeMap<Integer, BigInteger> form = new TreeMap<>();
      form(value(node.operand()))
          .forEach((leaf, factor) -> form.put(leaf, factor.shiftLeft(node.amount())));
      remember(place, form);
      return place;
    }

    private int sum(Node node, int rebuilt, int left, int right, BigInteger sign) {
      TreeMap<Integer, BigInteger> form = new TreeMap<>(form(value(left)));
      form(value(right))
          .forEach(
              (leaf, factor) -> {
                BigInteger total =
                    form.getOrDefault(leaf, BigInteger.ZERO).add(factor.multiply(sign));
                if (total.signum() == 0) {
                  form.remove(leaf);
                } else {
                  form.put(leaf, total);
                }
              });
      if (form.size() > MAX_TERMS) {
        return rebuilt;
      }
      Range exact = range(form);
      int place = rebuilt;
      if (!exact.contains(builder().range(rebuilt))) {
        Range narrower = exact.intersect(builder().range(rebuilt));
        place =
            sign.signum() > 0
                ? builder().add(node.origin(), value(left), value(right), narrower)
                : builder().subtract(node.origin(), value(left), value(right), narrower);
      }
      remember(place, form);
      return place;
    }

    private Range range(TreeMap<Integer, BigInteger> form) {
      Range sum = Range.of(0, 0);
      for (Map.Entry<Integer, BigInteger> term : form.entrySet()) {
        Range leaf = builder().range(term.getKey());
        BigInteger a = leaf.min().multiply(term.getValue());
        BigInteger b = leaf.max().multiply(term.getValue());
        sum = sum.plus(new Range(a.min(b), a.max(b)));
      }
      return sum;
    }

    private TreeMap<Integer, BigInteger> form(int place) {
      TreeMap<Integer, BigInteger> form = place < forms.size() ? forms.get(place) : null;
      if (form == null) {
        form = new TreeMap<>();
        form.put(place, BigInteger.ONE);
      }
      return form;
    }

    private void remember(int place, TreeMap<Integer, BigInteger> form) {
      while (forms.size() <= place) {
        forms.add(null);
      }
      forms.set(place, form);
    }
  }
}
