package io.hdlgen.boards.vivado;

import io.hdlgen.hdl.dma.DmaWords;
import io.hdlgen.hdl.load.LoadRegister;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.Loadable;
import io.hdlgen.hdl.signature.Register;
import io.hdlgen.hdl.signature.RegisterMap;
import io.hdlgen.hdl.signature.Signature;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A Python module for PYNQ, the Linux of the boards: numbers of the design, and below them a
 * program that is the same for all.
 */
final class PynqDriver {
  private PynqDriver() {}

  /** Name of the file. */
  static String name(Signature signature) {
    return signature.top() + "_pynq.py";
  }

  /** Text of the file. */
  static String of(VivadoDesign design, VivadoBoard board) {
    String what = "Runs " + design.top() + " from Python, under PYNQ: docs/vivado.md.";
    return Header.script(design, what)
        + (design.hasStreams()
            ? streams(design.signature(), design.words(board))
            : registers(design.signature()));
  }

  private static String streams(Signature signature, DmaWords words) {
    return """
        import operator
        import sys

        TOP = %s
        WORD_BITS = %s
        BEATS = %s
        BEAT_WORDS = %s
        RESULT_WORDS = %s
        CLASS_NAMES = %s

        # Name, beat, lowest bit in it, bits, encoding, lowest and highest code.
        FEATURES = [
        %s]

        # Name, lowest bit, bits, encoding.
        RESULTS = [
        %s]
        """
            .formatted(
                text(signature.top()),
                words.wordBits(),
                words.beats(),
                words.beatWords(),
                words.resultWords(),
                names(signature),
                lines(signature.inputs(), PynqDriver::feature),
                lines(signature.outputs(), PynqDriver::result))
        + signature.loadable().map(PynqDriver::load).orElse("")
        + Template.read("stream_pynq.py");
  }

  private static String load(Loadable loadable) {
    return """

        # Registers that another network is loaded through.
        LOAD_CONTROL, LOAD_STATUS, LOAD_SHAPE = 0x%02x, 0x%02x, 0x%02x
        LOAD_CRC, LOAD_DATA = 0x%02x, 0x%02x
        LOAD_BEGIN, LOAD_COMMIT, LOAD_SWITCH = %s, %s, %s
        LOAD_LOADED, LOAD_BUSY = %s, %s
        IMAGE_WORDS = %s
        IMAGE_SHAPE = 0x%08x
        """
            .formatted(
                LoadRegister.CONTROL.offset(),
                LoadRegister.STATUS.offset(),
                LoadRegister.SHAPE.offset(),
                LoadRegister.CRC.offset(),
                LoadRegister.DATA.offset(),
                1 << LoadRegister.BEGIN_BIT,
                1 << LoadRegister.COMMIT_BIT,
                1 << LoadRegister.SWITCH_BIT,
                1 << LoadRegister.Status.LOADED.ordinal(),
                1 << LoadRegister.Status.BUSY.ordinal(),
                loadable.words(),
                loadable.shape())
        + Template.read("load_pynq.py");
  }

  private static String feature(Field field) {
    return "%s, %s, %s, %s, %s, %s, %s"
        .formatted(
            text(field.name()),
            field.beat(),
            field.low(),
            field.width(),
            encoding(field),
            field.min(),
            field.max());
  }

  private static String result(Field field) {
    return "%s, %s, %s, %s"
        .formatted(text(field.name()), field.low(), field.width(), encoding(field));
  }

  private static String registers(Signature signature) {
    RegisterMap map = signature.registers().orElseThrow();
    return """
        import operator
        import sys
        import time

        TOP = %s
        CLASS_NAMES = %s
        ID, VERSION, CONTROL, STATUS = 0x%02x, 0x%02x, 0x%02x, 0x%02x
        ID_VALUE, VERSION_VALUE = 0x%08x, %s
        START, DONE = %s, %s

        # Name, offset of its register, encoding, lowest and highest code.
        FEATURES = [
        %s]

        # Name, offsets of its registers (the lowest word first), encoding.
        RESULTS = [
        %s]
        """
            .formatted(
                text(signature.top()),
                names(signature),
                RegisterMap.ID,
                RegisterMap.VERSION,
                RegisterMap.CONTROL,
                RegisterMap.STATUS,
                RegisterMap.ID_VALUE,
                RegisterMap.VERSION_VALUE,
                1 << RegisterMap.START_BIT,
                1 << RegisterMap.DONE_BIT,
                lines(signature.inputs(), field -> register(map, field)),
                lines(signature.outputs(), field -> readable(map, field)))
        + Template.read("register_pynq.py");
  }

  private static String register(RegisterMap map, Field field) {
    int offset =
        map.registers().stream()
            .filter(r -> r.access() == Register.Access.WRITE && r.field().equals(field.name()))
            .findFirst()
            .orElseThrow()
            .offset();
    return "%s, 0x%02x, %s, %s, %s"
        .formatted(text(field.name()), offset, encoding(field), field.min(), field.max());
  }

  private static String readable(RegisterMap map, Field field) {
    String offsets =
        map.offsets(field).stream()
            .map(offset -> "0x%02x,".formatted(offset))
            .collect(Collectors.joining(" "));
    return "%s, (%s), %s".formatted(text(field.name()), offsets, encoding(field));
  }

  private static String lines(List<Field> fields, Function<Field, String> content) {
    return fields.stream()
        .map(field -> "    (" + content.apply(field) + "),\n")
        .collect(Collectors.joining());
  }

  private static String names(Signature signature) {
    return signature.classNames().stream()
        .map(PynqDriver::text)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String encoding(Field field) {
    return text(field.encoding().name().toLowerCase(Locale.ROOT));
  }

  /** A string of Python. */
  private static String text(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    value
        .codePoints()
        .forEach(
            point -> {
              if (point == '"' || point == '\\') {
                quoted.append('\\').appendCodePoint(point);
              } else if (point < ' ' || point > '~') {
                quoted.append(String.format(Locale.ROOT, "\\U%08x", point));
              } else {
                quoted.appendCodePoint(point);
              }
            });
    return quoted.append('"').toString();
  }
}
