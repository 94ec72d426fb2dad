package io.hdlgen.flow.design;

import io.hdlgen.hdl.estimate.Estimate;
import io.hdlgen.hdl.estimate.FpgaEstimate;
import io.hdlgen.hdl.estimate.PrintedEstimate;
import java.util.LinkedHashMap;
import java.util.Map;

/** An estimate as plain data, with the names that reports of tools have. */
public final class EstimateJson {
  private EstimateJson() {}

  /** The object of {@code metrics.json}. */
  public static Map<String, Object> of(String target, Estimate estimate) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("target", target);
    if (estimate instanceof FpgaEstimate fpga) {
      object.put("luts", fpga.luts());
      object.put("carries", fpga.carries());
      object.put("flipFlops", fpga.flipFlops());
      object.put("blockRams", fpga.blockRams());
      object.put("dsps", fpga.dsps());
      object.put("worstNs", fpga.worstNs());
      object.put("fmaxMhz", fpga.fmaxMhz());
    }
    if (estimate instanceof PrintedEstimate printed) {
      object.put("areaCm2", printed.areaCm2());
      object.put("gates", printed.gates());
      object.put("staticPowerMw", printed.staticPowerMw());
    }
    return object;
  }
}
