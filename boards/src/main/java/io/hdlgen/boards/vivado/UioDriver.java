package io.hdlgen.boards.vivado;

import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.Signature;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * A program in C for any Linux beside a design with registers, over a UIO device or physical
 * memory. It includes the header of the registers that the design comes with.
 */
final class UioDriver {
  private UioDriver() {}

  /** Name of the file. */
  static String name(Signature signature) {
    return signature.top() + "_uio.c";
  }

  /** Text of the file. */
  static String of(VivadoDesign design, VivadoBoard board) {
    Signature signature = design.signature();
    long scores =
        signature.outputs().stream().filter(field -> field.name().startsWith("score_")).count();
    String top = signature.top();
    return Header.c(design, "Runs " + top + " from Linux: docs/vivado.md.")
        + Template.read("uio.c")
            .replace("@score@", scores > 0 ? "(long long)@top@_score(base, k)" : "0LL")
            .replace("@class@", scores < signature.outputs().size() ? "1" : "0")
            .replace("@least@", numbers(signature.inputs(), Field::min))
            .replace("@most@", numbers(signature.inputs(), Field::max))
            .replace("@length@", "0x%x".formatted(IpXact.RANGE))
            .replace(
                "@address@", "0x%x".formatted(SystemHost.of(board, design).address("core/s_axi")))
            .replace("@TOP@", top.toUpperCase(Locale.ROOT))
            .replace("@top@", top);
  }

  private static String numbers(List<Field> fields, ToLongFunction<Field> number) {
    return fields.stream()
        .map(field -> Long.toString(number.applyAsLong(field)))
        .collect(Collectors.joining(", "));
  }
}
