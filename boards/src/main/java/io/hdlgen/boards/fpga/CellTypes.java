package io.hdlgen.boards.fpga;

import io.hdlgen.boards.plan.ToolReportException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What each type of cell of a family takes. Every type has to be known: a cell that synthesis has
 * left over must not count as nothing.
 */
public enum CellTypes {
  ICE40(
      cells()
          .put("SB_LUT4", Resource.LUT, 1)
          .put("SB_DFF[A-Z]*", Resource.FLIP_FLOP, 1)
          .put("SB_RAM40_4K[A-Z]*", Resource.BLOCK_RAM, 1)
          .put("SB_MAC16", Resource.DSP, 1)
          .carry("SB_CARRY")
          .free("SB_IO|SB_GB|SB_GB_IO")),
  /** A carry cell has two look-up tables, a small memory four and two for its write side. */
  ECP5(
      cells()
          .put("LUT4", Resource.LUT, 1)
          .put("CCU2C", Resource.LUT, 2)
          .put("TRELLIS_DPR16X4", Resource.LUT, 6)
          .put("TRELLIS_FF", Resource.FLIP_FLOP, 1)
          .put("DP16KD|PDPW16KD", Resource.BLOCK_RAM, 1)
          .put("MULT18X18D", Resource.DSP, 1)
          .carry("CCU2C")
          .free("PFUMX|L6MUX21|TRELLIS_IO")),
  GOWIN(
      cells()
          .put("LUT[1-4]|INV", Resource.LUT, 1)
          .put("ALU", Resource.LUT, 1)
          .put("RAM16SDP4|RAM16S4|RAM16SDP[12]|RAM16S[12]", Resource.LUT, 6)
          .put("DFF[A-Z]*", Resource.FLIP_FLOP, 1)
          .put(
              "SP|SPX9|SDP|SDPX9|SDPB|SDPX9B|DP|DPX9|DPB|DPX9B|ROM|ROMX9|pROM|pROMX9",
              Resource.BLOCK_RAM,
              1)
          .put("MULT18X18|MULT9X9|MULTADDALU18X18|MULTALU18X18", Resource.DSP, 1)
          .carry("ALU")
          .free("MUX2_LUT[5-8]|IBUF|OBUF|TBUF|IOBUF|VCC|GND|GSR")),
  /** A memory of 18 kbit is half a block. */
  XILINX(
      cells()
          .put("LUT[1-6]|INV", Resource.LUT, 1)
          .put("SRL16E|SRLC32E", Resource.LUT, 1)
          .put("RAM32X1D|RAM64X1D", Resource.LUT, 2)
          .put("RAM32X1S|RAM64X1S|RAM32X1S_1", Resource.LUT, 1)
          .put("RAM128X1D|RAM32M|RAM64M", Resource.LUT, 4)
          .put("RAM32M16|RAM64M8", Resource.LUT, 8)
          .put("FD[A-Z]+(_1)?", Resource.FLIP_FLOP, 1)
          .put("RAMB18E[12]", Resource.BLOCK_RAM, 0.5)
          .put("RAMB36E[12]", Resource.BLOCK_RAM, 1)
          .put("DSP48E[12]", Resource.DSP, 1)
          .carry("CARRY[48]")
          .free("MUXF[789]|BUFG|IBUF|OBUF|VCC|GND"));

  private final Cells cells;

  CellTypes(Cells cells) {
    this.cells = cells;
  }

  /**
   * What cells take together; halves are rounded up.
   *
   * @param counts number by type
   * @param report where they were read, for the message
   * @throws ToolReportException if a type is not one of the family's
   */
  public Capacity use(Map<String, Long> counts, String report) {
    Map<Resource, Double> sums = new EnumMap<>(Resource.class);
    for (Resource resource : Resource.values()) {
      sums.put(resource, 0.0);
    }
    counts.forEach(
        (type, count) -> {
          Cost cost = cells.find(type);
          if (cost == null) {
            throw new ToolReportException(
                report, count + " cells of type " + type + ", which is none of " + this);
          }
          sums.merge(cost.resource(), cost.amount() * count, Double::sum);
        });
    Map<Resource, Long> rounded = new EnumMap<>(Resource.class);
    sums.forEach((resource, sum) -> rounded.put(resource, (long) Math.ceil(sum)));
    return new Capacity(rounded);
  }

  /** How many of the cells are links of carry chains. */
  public long carries(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .filter(entry -> cells.carry.matcher(entry.getKey()).matches())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static Cells cells() {
    return new Cells();
  }

  private record Cost(Resource resource, double amount) {}

  /** Types by their names' form. */
  private static final class Cells {
    private final Map<Pattern, Cost> costs = new LinkedHashMap<>();
    private Pattern carry;

    Cells put(String types, Resource resource, double amount) {
      costs.put(Pattern.compile(types), new Cost(resource, amount));
      return this;
    }

    /** Those that take nothing that is counted. */
    Cells free(String types) {
      return put(types, Resource.LUT, 0);
    }

    /** Links of carry chains; cost nothing beside what {@link #put} says. */
    Cells carry(String types) {
      carry = Pattern.compile(types);
      return find(types) == null ? free(types) : this;
    }

    Cost find(String type) {
      return costs.entrySet().stream()
          .filter(entry -> entry.getKey().matcher(type).matches())
          .map(Map.Entry::getValue)
          .findFirst()
          .orElse(null);
    }
  }
}
