package io.hdlgen.canids.traffic;

import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.frame.Label;
import java.util.ArrayList;
import java.util.List;

/**
 * A message of the vehicle.
 *
 * @param id identifier of 11 bits
 * @param unit number of the unit that sends it: those of a unit have one clock
 * @param periodMs time between frames; where it is an event, the mean of that
 * @param isEvent whether frames come at random times
 * @param length data bytes
 * @param constant the data that no field fills, byte 0 lowest
 * @param fields in the order in which they are filled
 */
record MessageSpec(
    int id,
    int unit,
    int periodMs,
    boolean isEvent,
    int length,
    long constant,
    List<Field> fields) {
  MessageSpec {
    fields = List.copyOf(fields);
    // Says what is wrong with identifier, length or data.
    CanFrame.of(0, id, length, constant, Label.BENIGN);
  }

  static MessageSpec periodic(int id, int unit, int periodMs, int length, long constant) {
    return new MessageSpec(id, unit, periodMs, false, length, constant, List.of());
  }

  static MessageSpec event(int id, int unit, int meanMs, int length, long constant) {
    return new MessageSpec(id, unit, meanMs, true, length, constant, List.of());
  }

  private MessageSpec with(Field field) {
    List<Field> more = new ArrayList<>(fields);
    more.add(field);
    return new MessageSpec(id, unit, periodMs, isEvent, length, constant, more);
  }

  /** With a quantity of two bytes from this byte on. */
  MessageSpec word(int index, Signal signal) {
    return with(new Field.Value(signal, 8 * index, 16));
  }

  /** With a quantity of two bytes from this byte on, highest first. */
  MessageSpec bigEndian(int index, Signal signal) {
    return with(new Field.BigEndian(signal, 8 * index));
  }

  /** With a quantity in this byte. */
  MessageSpec octet(int index, Signal signal) {
    return with(new Field.Value(signal, 8 * index, 8));
  }

  /** With a counter of so many bits in the low bits of this byte. */
  MessageSpec counter(int index, int bits) {
    return with(new Field.Counter(8 * index, bits));
  }

  /** With the exclusive or of the other bytes in the last. */
  MessageSpec xor() {
    return with(new Field.XorByte(length - 1));
  }

  /** With the CRC-8 of the other bytes in the first. */
  MessageSpec crc() {
    return with(new Field.Crc8(0, length));
  }

  /** The data of a frame. */
  long data(int count, VehicleState state) {
    long data = constant;
    for (int i = 0; i < fields.size(); i++) {
      data = fields.get(i).fill(data, count, state);
    }
    return data;
  }
}
