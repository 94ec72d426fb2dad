package io.hdlgen.flow.vivado;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.hdl.HardwareDesign;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.RegisterMap;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a debugger reads after its writes: pairs of address and word, from a simulated design. */
final class JtagAnswers {
  private static final long FIFO = 0x4040_0000L;
  private static final long CORE = 0x43C0_0000L;
  private static final int WORD_BYTES = 4;

  private JtagAnswers() {}

  /** Of the AXI4-Stream FIFO (PG080): data in at 0x10, length at 0x14, and so on. */
  static String fifo(HardwareDesign hardware, List<String> writes) {
    ByteBuffer sent =
        ByteBuffer.allocate(WORD_BYTES * (writes.size() - 1)).order(ByteOrder.LITTLE_ENDIAN);
    for (String write : writes.subList(0, writes.size() - 1)) {
      assertThat(address(write)).isEqualTo(FIFO + 0x10);
      sent.putInt((int) word(write));
    }
    String length = writes.get(writes.size() - 1);
    assertThat(address(length)).isEqualTo(FIFO + 0x14);
    assertThat(word(length)).isEqualTo(sent.capacity());
    ByteBuffer received =
        ByteBuffer.wrap(new SimulatedSystem(hardware, 32).transfer(sent.array(), 1))
            .order(ByteOrder.LITTLE_ENDIAN);
    List<String> reads = new ArrayList<>();
    reads.add((FIFO + 0x1c) + " 0");
    reads.add((FIFO + 0x1c) + " " + received.capacity() / WORD_BYTES);
    reads.add((FIFO + 0x24) + " " + received.capacity());
    while (received.hasRemaining()) {
      reads.add((FIFO + 0x20) + " " + Integer.toUnsignedString(received.getInt()));
    }
    return String.join(" ", reads);
  }

  /** Of a design with registers. */
  static String registers(HardwareDesign hardware, List<String> writes) {
    SimulatedRegisters registers = new SimulatedRegisters(hardware);
    writes.forEach(write -> registers.write((int) (address(write) - CORE), word(write)));
    Map<Integer, Long> values = registers.values();
    List<String> reads = new ArrayList<>();
    reads.add((CORE + RegisterMap.STATUS) + " 0");
    reads.add((CORE + RegisterMap.STATUS) + " " + (1 << RegisterMap.DONE_BIT));
    RegisterMap map = hardware.signature().registers().orElseThrow();
    for (Field output : hardware.signature().outputs()) {
      for (int offset : map.offsets(output)) {
        reads.add((CORE + offset) + " " + (values.get(offset) & 0xffff_ffffL));
      }
    }
    return String.join(" ", reads);
  }

  private static long address(String write) {
    return Long.parseLong(write.split(" ")[0]);
  }

  private static long word(String write) {
    return Long.parseLong(write.split(" ")[1]);
  }
}
