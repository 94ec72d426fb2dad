package io.hdlgen.canids.traffic;

import static io.hdlgen.canids.traffic.MessageSpec.event;
import static io.hdlgen.canids.traffic.MessageSpec.periodic;

import java.util.List;

/**
 * The messages of an invented vehicle: as many, as often and as long as those of a passenger car's
 * power-train bus, some 45 % of 500 kb/s. Identifiers 0x316 and 0x43f carry engine speed and gear
 * as in the Car-Hacking data; all else is made up.
 */
final class Vehicle {
  /** Messages by ascending identifier. */
  static final List<MessageSpec> MESSAGES =
      List.of(
          event(0x080, 0, 700, 8, 0x17).octet(1, Signal.BRAKE).counter(6, 4).xor(),
          periodic(0x0a0, 0, 10, 8, 0xff_0000_0000_0000L)
              .bigEndian(1, Signal.TORQUE)
              .octet(3, Signal.THROTTLE)
              .counter(7, 4)
              .crc(),
          periodic(0x0a1, 0, 20, 8, 0x8000_0000_0000_0000L).word(0, Signal.TORQUE).counter(6, 2),
          periodic(0x130, 1, 10, 8, 0x40_0000_ff80L)
              .word(2, Signal.YAW_RATE)
              .octet(5, Signal.ACCELERATION)
              .counter(6, 8)
              .xor(),
          periodic(0x131, 1, 10, 8, 0x7f00_0080L).octet(4, Signal.ACCELERATION).counter(6, 8).xor(),
          periodic(0x140, 1, 20, 8, 0x14_0000_0000L).word(5, Signal.YAW_RATE).counter(7, 4),
          periodic(0x153, 2, 10, 8, 0x21_80_ff_00_ff_00L)
              .octet(4, Signal.BRAKE)
              .counter(6, 4)
              .xor(),
          periodic(0x164, 2, 10, 4, 0x08_0000L).octet(0, Signal.BRAKE).counter(3, 4),
          periodic(0x18f, 0, 10, 8, 0x2d_0000_3cfeL).octet(2, Signal.THROTTLE),
          periodic(0x1f1, 4, 20, 8, 0),
          periodic(0x220, 2, 20, 8, 0xe8_03)
              .bigEndian(2, Signal.YAW_RATE)
              .octet(5, Signal.ACCELERATION)
              .counter(7, 4),
          periodic(0x260, 0, 10, 8, 0x3a6d_8e08_3022_2119L)
              .octet(2, Signal.THROTTLE)
              .counter(6, 2)
              .xor(),
          periodic(0x2a0, 2, 10, 8, 0x5d1d_9300_0000L)
              .octet(0, Signal.SPEED)
              .octet(1, Signal.ACCELERATION),
          periodic(0x2b0, 3, 10, 5, 0x07_0000_0000L).word(0, Signal.STEERING).counter(3, 4).xor(),
          periodic(0x2c0, 3, 10, 8, 0x15).word(1, Signal.STEERING),
          periodic(0x316, 0, 10, 8, 0x6f00_2121_0000_2105L)
              .word(2, Signal.ENGINE_SPEED)
              .octet(4, Signal.THROTTLE),
          periodic(0x329, 0, 10, 8, 0x1420_1100_00_00_bb_40L)
              .octet(1, Signal.COOLANT)
              .octet(5, Signal.THROTTLE)
              .counter(6, 2),
          periodic(0x350, 2, 20, 8, 0x6d66_8428_05L).counter(6, 4).xor(),
          periodic(0x370, 5, 20, 8, 0x20ffL),
          periodic(0x382, 4, 20, 8, 0xff_0040).octet(3, Signal.DOORS).counter(7, 8),
          periodic(0x43f, 5, 10, 8, 0x0000_00ff_ff60_4010L)
              .octet(0, Signal.GEAR)
              .word(4, Signal.ENGINE_SPEED),
          periodic(0x440, 5, 20, 8, 0xff).octet(2, Signal.SPEED).word(4, Signal.TORQUE),
          periodic(0x492, 3, 50, 3, 0x01_00).octet(2, Signal.STEERING),
          periodic(0x4a9, 4, 50, 6, 0x64).octet(1, Signal.DOORS).counter(5, 4),
          periodic(0x4b0, 2, 20, 8, 0)
              .word(0, Signal.WHEEL_FRONT_LEFT)
              .word(2, Signal.WHEEL_FRONT_RIGHT)
              .word(4, Signal.WHEEL_REAR_LEFT)
              .word(6, Signal.WHEEL_REAR_RIGHT),
          periodic(0x4b1, 2, 20, 8, 0x1000_0000_0000L).word(0, Signal.SPEED).counter(7, 4),
          periodic(0x4f0, 4, 50, 8, 0x80_0000).word(4, Signal.DISTANCE),
          periodic(0x4f1, 4, 50, 4, 0).octet(1, Signal.LIGHTS).counter(0, 4),
          periodic(0x50c, 6, 100, 2, 0).octet(0, Signal.LIGHTS),
          periodic(0x517, 6, 200, 7, 0x55_00_aaL).octet(1, Signal.AMBIENT),
          event(0x541, 6, 900, 4, 0x03)
              .octet(1, Signal.DOORS)
              .octet(2, Signal.LIGHTS)
              .counter(3, 8),
          periodic(0x545, 0, 100, 8, 0xd8).octet(1, Signal.BATTERY).octet(2, Signal.COOLANT),
          periodic(0x587, 6, 200, 8, 0xffff).octet(2, Signal.AMBIENT),
          periodic(0x58b, 6, 100, 5, 0x10_00_00).octet(0, Signal.FUEL),
          periodic(0x5a0, 7, 1000, 8, 0x25_00_00L).word(0, Signal.CLOCK),
          periodic(0x5a2, 7, 1000, 8, 0x25_1e_00L).octet(0, Signal.FUEL).octet(6, Signal.AMBIENT),
          periodic(0x5f0, 4, 100, 2, 0x01).octet(1, Signal.DOORS),
          periodic(0x690, 7, 1000, 6, 0x40).word(1, Signal.DISTANCE).octet(3, Signal.FUEL));

  private Vehicle() {}
}
