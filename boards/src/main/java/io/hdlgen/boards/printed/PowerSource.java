package io.hdlgen.boards.printed;

import java.util.List;

/** What a printed circuit can be fed by. */
public final class PowerSource {
  /**
   * A printed battery.
   *
   * @param key in reports
   * @param name for people
   * @param budgetMw the power that it can give
   */
  public record Battery(String key, String name, double budgetMw) {
    /** Whether it can feed a circuit of this power. */
    public boolean feeds(double powerMw) {
      return powerMw <= budgetMw;
    }
  }

  /**
   * A printed solar cell in indoor light.
   *
   * @param key in reports
   * @param lux illuminance
   * @param mwACm2 power that a square centimetre gives
   */
  public record Harvester(String key, int lux, double mwACm2) {
    /** The area that a circuit of this power needs, in square centimetres. */
    public double areaCm2(double powerMw) {
      return powerMw / mwACm2;
    }
  }

  /**
   * The printed batteries with which printed classifiers are compared (Afentaki et al., "Bespoke
   * Approximation of Multiplication-Accumulation and Activation Targeting Printed Multilayer
   * Perceptrons", ICCAD 2023), strongest first.
   */
  public static final List<Battery> BATTERIES =
      List.of(
          new Battery("molex", "Molex", 30),
          new Battery("zinergy", "Zinergy", 15),
          new Battery("blueSpark", "Blue Spark", 6));

  /**
   * Organic cells from solution under white LEDs: 65.3 and 12.4 microwatts a square centimetre
   * (Arai et al., "High-Performance Organic Energy-Harvesting Devices and Modules for
   * Self-Sustainable Power Generation under Ambient Indoor Lighting Environments", ACS Applied
   * Materials and Interfaces, 2019).
   */
  public static final List<Harvester> HARVESTERS =
      List.of(
          new Harvester("solarCm2At1000Lux", 1000, 0.0653),
          new Harvester("solarCm2At200Lux", 200, 0.0124));

  private PowerSource() {}
}
