package io.hdlgen.hdl.board;

import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.Fields;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where features and results lie in the bytes of requests and answers: as in the beats of the
 * core's streams, which follow each other, each from its lowest byte on. A core without a clock has
 * its features side by side in one beat, as a pipeline would have them.
 *
 * @param beatBytes bytes of an input beat
 * @param beats input beats an inference
 * @param resultBytes bytes of a result
 * @param inputs the features, in order; {@code beat} and {@code low} say where
 * @param outputs the results, in order; {@code low} says where
 */
public record WireLayout(
    int beatBytes, int beats, int resultBytes, List<Field> inputs, List<Field> outputs) {
  private static final int MAX_REQUEST = 4094;
  private static final int MAX_BEAT = 512;

  public WireLayout {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /**
   * The layout of a core.
   *
   * @throws InvalidInputException if the core has registers, can be loaded, or is too large
   */
  public static WireLayout of(Signature core) {
    if (core.bus() != Bus.STREAM || core.loadable().isPresent()) {
      throw new InvalidInputException(
          core.top(),
          "a design with registers for a processor",
          "one without --bus axi4-lite and --loadable: a board's top feeds it over streams");
    }
    boolean streams = core.architecture() != Architecture.COMBINATIONAL;
    List<Field> inputs = streams ? core.inputs() : sideBySide(core.inputs());
    List<Field> outputs = streams ? core.outputs() : sideBySide(core.outputs());
    int beatBytes = (streams ? core.inputBits() : Fields.beatBits(inputs)) / 8;
    int resultBytes = (streams ? core.outputBits() : Fields.beatBits(outputs)) / 8;
    if (beatBytes > MAX_BEAT || (long) beatBytes * core.inputBeats() > MAX_REQUEST) {
      throw new InvalidInputException(
          core.top(),
          "%d beats of %d bytes an inference".formatted(core.inputBeats(), beatBytes),
          "at most %d bytes, %d a beat, for a serial line".formatted(MAX_REQUEST, MAX_BEAT));
    }
    return new WireLayout(beatBytes, core.inputBeats(), resultBytes, inputs, outputs);
  }

  private static List<Field> sideBySide(List<Field> fields) {
    List<Field> result = new ArrayList<>();
    int low = 0;
    for (Field f : fields) {
      result.add(f.at(f.port(), low));
      low += f.width();
    }
    return result;
  }

  /** Bytes of an inference's features. */
  public int requestBytes() {
    return beatBytes * beats;
  }

  /** Bits of an address of a byte in a received frame without its check. */
  int placeBits() {
    int bytes = SerialProtocol.REQUEST_HEAD + requestBytes();
    return Math.max(3, 32 - Integer.numberOfLeadingZeros(bytes - 1));
  }

  /** Bits of a number of a received frame: as many as a block RAM of 512 bytes has room for. */
  int slotBits() {
    return Math.min(4, Math.max(1, 9 - placeBits()));
  }

  /** Requests that a host may send ahead of answers. */
  public int window() {
    return (1 << slotBits()) - 1;
  }
}
