package io.hdlgen.canids.rtl.feature;

/** The ports of a detector beside those on which frames arrive ({@link FramePorts}). */
public final class DetectorPorts {
  /** The stream of {@link EventBeat}s. */
  public static final String DATA = "m_axis_tdata";

  public static final String VALID = "m_axis_tvalid";
  public static final String LAST = "m_axis_tlast";
  public static final String TAKE = "m_axis_tready";

  /** A pulse with each verdict that is an attack, whether or not the frame ends right. */
  public static final String ALARM = "alarm_o";

  /** High while there are alerts to be fetched. */
  public static final String INTERRUPT = "irq_o";

  /** Which of {@link DetectorRegisters} is shown. */
  public static final String REGISTER = "register_i";

  /** It, a cycle later. */
  public static final String REGISTER_DATA = "register_data_o";

  /** A pulse that drops the oldest alert; {@code irq_o} tells when the next one can be read. */
  public static final String POP = "alert_pop_i";

  /** All codes side by side, the first feature lowest. */
  public static final String FEATURES = "features_o";

  /** A pulse, a cycle after {@code data_end_i}: the codes of a frame are there. */
  public static final String FEATURES_VALID = "features_valid_o";

  private DetectorPorts() {}
}
