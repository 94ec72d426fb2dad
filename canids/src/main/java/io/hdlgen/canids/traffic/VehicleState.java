package io.hdlgen.canids.traffic;

/** How the vehicle drives: all its quantities, slowly changing, ten milliseconds at a time. */
final class VehicleState {
  /** Time between changes. */
  static final long STEP_NS = 10_000_000;

  private static final double STEP_SECONDS = 0.01;
  private static final double MAX_SPEED = 130;
  private static final double[] TURNS_PER_KMH = {0, 120, 70, 47, 35, 28, 23};
  private static final double IDLE_TURNS = 700;

  private final Noise noise;
  private final int[] values = new int[Signal.values().length];
  private long steps;
  private double speed;
  private double targetSpeed;
  private double secondsToTarget;
  private double engineSpeed;
  private double steering;
  private double steeringTarget;
  private double coolant;
  private double distance;
  private int gear;
  private int doors;
  private int lights;

  VehicleState(Noise noise) {
    this.noise = noise;
    speed = noise.between(0, MAX_SPEED);
    coolant = noise.between(20, 90);
    distance = noise.between(0, 600_000);
    lights = noise.below(4);
    for (int i = 0; i < TURNS_PER_KMH.length; i++) {
      shift();
    }
    engineSpeed = engineTarget();
    step();
  }

  /** The same vehicle with other values of speed, engine, gear and steering: a lie. */
  VehicleState forged(Noise other) {
    VehicleState forged = new VehicleState(other);
    forged.steps = steps;
    forged.coolant = coolant;
    forged.distance = distance;
    forged.lights = lights;
    forged.doors = doors;
    forged.step();
    return forged;
  }

  /** The value of a quantity now, in the unit of its signal. */
  int value(Signal signal) {
    return values[signal.ordinal()];
  }

  /** Lets time pass until then. */
  void advance(long timeNs) {
    while (steps * STEP_NS <= timeNs) {
      step();
    }
  }

  private void step() {
    steps++;
    drive();
    steer();
    if (noise.below(3000) == 0) {
      lights ^= 1 << noise.below(4);
    }
    if (noise.below(3000) == 0) {
      doors = speed < 1 ? noise.below(16) : 0;
    }
    publish();
  }

  private void drive() {
    secondsToTarget -= STEP_SECONDS;
    if (secondsToTarget <= 0) {
      secondsToTarget = noise.between(4, 30);
      targetSpeed = noise.below(5) == 0 ? 0 : noise.between(10, MAX_SPEED);
    }
    double pull = Math.max(-25, Math.min(9, (targetSpeed - speed) * 0.8));
    double change = pull * STEP_SECONDS;
    speed = Math.max(0, speed + change);
    distance += speed / 3.6 * STEP_SECONDS / 10;
    coolant += (90 - coolant) * 0.00002 + noise.normal() * 0.002;
    shift();
    engineSpeed += (engineTarget() - engineSpeed) * 0.08 + noise.normal() * 4;
    set(Signal.THROTTLE, pull > 0 ? 20 + pull * 22 : 0);
    set(Signal.BRAKE, pull < -1 ? -pull * 9 : 0);
    set(Signal.TORQUE, 0x8000 + pull * 500 + noise.normal() * 30);
    set(Signal.ACCELERATION, 0x80 + pull * 4 + noise.normal());
  }

  private double engineTarget() {
    return Math.max(IDLE_TURNS, speed * TURNS_PER_KMH[gear]);
  }

  private void shift() {
    if (speed < 1) {
      gear = 0;
    } else if (gear == 0) {
      gear = 1;
    } else if (gear < TURNS_PER_KMH.length - 1 && speed * TURNS_PER_KMH[gear] > 2700) {
      gear++;
    } else if (gear > 1 && speed * TURNS_PER_KMH[gear] < 1300) {
      gear--;
    }
  }

  private void steer() {
    if (noise.below(400) == 0) {
      steeringTarget = noise.normal() * (speed < 30 ? 2000 : 200);
    }
    steering += (steeringTarget - steering) * 0.01 + noise.normal() * 2;
  }

  private void publish() {
    set(Signal.SPEED, speed * 100);
    set(Signal.ENGINE_SPEED, engineSpeed * 4);
    set(Signal.GEAR, gear);
    set(Signal.STEERING, 0x8000 + steering);
    set(Signal.YAW_RATE, 0x8000 + steering * speed * 0.02 + noise.normal() * 5);
    set(Signal.WHEEL_FRONT_LEFT, wheel(1 + steering * 1e-5));
    set(Signal.WHEEL_FRONT_RIGHT, wheel(1 - steering * 1e-5));
    set(Signal.WHEEL_REAR_LEFT, wheel(1 + steering * 5e-6));
    set(Signal.WHEEL_REAR_RIGHT, wheel(1 - steering * 5e-6));
    set(Signal.COOLANT, coolant + 40);
    set(Signal.AMBIENT, 58);
    set(Signal.BATTERY, 141 + noise.normal() * 0.4);
    set(Signal.FUEL, 200 - distance / 5000 % 180);
    values[Signal.DISTANCE.ordinal()] = (int) ((long) distance & 0xffff);
    values[Signal.CLOCK.ordinal()] = (int) (steps / 100 & 0xffff);
    set(Signal.DOORS, doors);
    set(Signal.LIGHTS, lights);
  }

  private double wheel(double share) {
    return speed < 0.5 ? 0 : speed * 100 * share + noise.normal() * 6;
  }

  private void set(Signal signal, double value) {
    values[signal.ordinal()] = (int) Math.max(0, Math.min(0xffff, value));
  }
}
