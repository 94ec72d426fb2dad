package io.hdlgen.canids.traffic;

/** A measured or switched quantity of the vehicle; 16 bits, 8 where it says so. */
enum Signal {
  /** 0.01 km/h. */
  SPEED,
  /** A quarter of a turn a minute. */
  ENGINE_SPEED,
  /** 0 to 6; 8 bits. */
  GEAR,
  /** 0 to 255 for full; 8 bits. */
  THROTTLE,
  /** 0 to 255 for full; 8 bits. */
  BRAKE,
  /** 0.1 degrees; 0x8000 is straight ahead. */
  STEERING,
  /** 0x8000 is none. */
  TORQUE,
  /** 0x8000 is none. */
  YAW_RATE,
  /** 0x80 is none; 8 bits. */
  ACCELERATION,
  WHEEL_FRONT_LEFT,
  WHEEL_FRONT_RIGHT,
  WHEEL_REAR_LEFT,
  WHEEL_REAR_RIGHT,
  /** Degrees plus 40; 8 bits. */
  COOLANT,
  /** Degrees plus 40; 8 bits. */
  AMBIENT,
  /** 0.1 V; 8 bits. */
  BATTERY,
  /** 8 bits. */
  FUEL,
  /** 10 m. */
  DISTANCE,
  /** Seconds. */
  CLOCK,
  /** One bit a door; 8 bits. */
  DOORS,
  /** One bit a light; 8 bits. */
  LIGHTS
}
