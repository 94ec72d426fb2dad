package io.hdlgen.boards.vivado;

import io.hdlgen.hdl.dma.DmaWords;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.Register;
import io.hdlgen.hdl.signature.RegisterMap;
import io.hdlgen.hdl.signature.Signature;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A Tcl script for Vivado's hardware manager, where a debugger drives the design. */
final class JtagDriver {
  private JtagDriver() {}

  /** Name of the file. */
  static String name(Signature signature) {
    return signature.top() + "_jtag.tcl";
  }

  /** Text of the file. */
  static String of(VivadoDesign design, VivadoBoard board) {
    String what =
        "Runs "
            + design.top()
            + " over JTAG, in the hardware manager of Vivado 2020.2 to 2024.2: docs/vivado.md.";
    return Header.script(design, what)
        + (design.hasStreams()
            ? streams(design.signature(), design.words(board))
            : registers(design.signature()));
  }

  private static String streams(Signature signature, DmaWords words) {
    return """
        set base 0x%08X
        set beats %s
        set beat_words %s
        set result_words %s

        # Name, beat, lowest bit in it, bits, encoding, lowest and highest code.
        set features {
        %s}

        # Name, lowest bit, bits, encoding.
        set results {
        %s}
        """
            .formatted(
                DebuggerHost.FIFO_ADDRESS,
                words.beats(),
                words.beatWords(),
                words.resultWords(),
                lines(
                    signature.inputs(),
                    f ->
                        "%s %s %s %s %s %s"
                            .formatted(
                                f.beat(), f.low(), f.width(), encoding(f), f.min(), f.max())),
                lines(
                    signature.outputs(),
                    f -> "%s %s %s".formatted(f.low(), f.width(), encoding(f))))
        + Template.read("jtag.tcl")
        + Template.read("jtag_stream.tcl");
  }

  private static String registers(Signature signature) {
    RegisterMap map = signature.registers().orElseThrow();
    return """
        set base 0x%08X
        set control 0x%02x
        set status 0x%02x
        set start %s
        set done %s

        # Name, offset of its register, encoding, lowest and highest code.
        set features {
        %s}

        # Name, offsets of its registers (the lowest word first), encoding.
        set results {
        %s}
        """
            .formatted(
                DebuggerHost.CORE_ADDRESS,
                RegisterMap.CONTROL,
                RegisterMap.STATUS,
                1 << RegisterMap.START_BIT,
                1 << RegisterMap.DONE_BIT,
                lines(
                    signature.inputs(),
                    f ->
                        "0x%02x %s %s %s".formatted(offset(map, f), encoding(f), f.min(), f.max())),
                lines(signature.outputs(), f -> "{%s} %s".formatted(offsets(map, f), encoding(f))))
        + Template.read("jtag.tcl")
        + Template.read("jtag_registers.tcl");
  }

  private static int offset(RegisterMap map, Field feature) {
    return map.registers().stream()
        .filter(r -> r.access() == Register.Access.WRITE && r.field().equals(feature.name()))
        .findFirst()
        .orElseThrow()
        .offset();
  }

  private static String offsets(RegisterMap map, Field result) {
    return map.offsets(result).stream().map("0x%02x"::formatted).collect(Collectors.joining(" "));
  }

  private static String lines(List<Field> fields, Function<Field, String> content) {
    return fields.stream()
        .map(field -> "  {" + word(field.name()) + " " + content.apply(field) + "}\n")
        .collect(Collectors.joining());
  }

  private static String encoding(Field field) {
    return field.encoding().name().toLowerCase(Locale.ROOT);
  }

  /** A word of a list of Tcl, for messages: what is no letter or digit of ASCII becomes a dash. */
  private static String word(String name) {
    return name.replaceAll("[^A-Za-z0-9_.-]", "-");
  }
}
