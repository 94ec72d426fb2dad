package io.hdlgen.hdl.load;

import java.util.List;
import java.util.Locale;

/** Prints an image as a C header with functions that load it and switch to it. */
public final class LoadHeader {
  private static final int WORDS_A_LINE = 8;

  private LoadHeader() {}

  /**
   * The text of {@code <top>_load.h}.
   *
   * @param top an identifier of Verilog, the beginning of all names
   * @param header lines of comment at the top of the file
   */
  public static String of(String top, LoadImage image, List<String> header) {
    String macro = top.toUpperCase(Locale.ROOT) + "_LOAD";
    StringBuilder text = new StringBuilder();
    header.forEach(line -> text.append(("// " + line).stripTrailing()).append('\n'));
    text.append(
        format(
            """

            #ifndef %1$s_H
            #define %1$s_H

            #include <stdint.h>

            #define %1$s_SHAPE UINT32_C(0x%3$08x)
            #define %1$s_CRC UINT32_C(0x%4$08x)
            #define %1$s_WORDS %5$d

            static const uint32_t %2$s_load_image[%1$s_WORDS] = {
            """,
            macro, top, image.shape(), image.crc(), image.words().size()));
    for (int i = 0; i < image.words().size(); i++) {
      boolean begins = i % WORDS_A_LINE == 0;
      boolean ends = i % WORDS_A_LINE == WORDS_A_LINE - 1 || i + 1 == image.words().size();
      text.append(
          format("%s0x%08x,%s", begins ? "  " : " ", image.words().get(i), ends ? "\n" : ""));
    }
    text.append("};\n\n");
    for (LoadRegister register : LoadRegister.values()) {
      text.append(format("#define %s_%s_AT 0x%02x\n", macro, register.name(), register.offset()));
    }
    for (LoadRegister.Status status : LoadRegister.Status.values()) {
      text.append(
          format("#define %s_STATUS_%s UINT32_C(0x%x)\n", macro, status, 1 << status.ordinal()));
    }
    text.append(
        format(
            """

            /* Writes the network into the bank that is not in use. 0: it can be switched to;
             * -1: the core is another one; -2: inferences still use the bank; -3: refused, see
             * the status. */
            static inline int %2$s_load(volatile uint32_t *base) {
              if (base[%1$s_ID_AT / 4] != UINT32_C(0x%3$08x))
                return -1;
              if (base[%1$s_SHAPE_AT / 4] != %1$s_SHAPE)
                return -1;
              if (base[%1$s_STATUS_AT / 4] & %1$s_STATUS_BUSY)
                return -2;
              base[%1$s_CONTROL_AT / 4] = %4$d;
              for (int i = 0; i < %1$s_WORDS; i++)
                base[%1$s_DATA_AT / 4] = %2$s_load_image[i];
              base[%1$s_CRC_AT / 4] = %1$s_CRC;
              base[%1$s_CONTROL_AT / 4] = %5$d;
              return base[%1$s_STATUS_AT / 4] & %1$s_STATUS_LOADED ? 0 : -3;
            }

            /* Inferences that begin after this returns 0 take the network in the other bank; -2:
             * inferences still use it; -3: nothing is loaded. */
            static inline int %2$s_switch(volatile uint32_t *base) {
              if (base[%1$s_STATUS_AT / 4] & %1$s_STATUS_BUSY)
                return -2;
              if (!(base[%1$s_STATUS_AT / 4] & %1$s_STATUS_LOADED))
                return -3;
              base[%1$s_CONTROL_AT / 4] = %6$d;
              return 0;
            }

            #endif
            """,
            macro,
            top,
            LoadRegister.ID_VALUE,
            1 << LoadRegister.BEGIN_BIT,
            1 << LoadRegister.COMMIT_BIT,
            1 << LoadRegister.SWITCH_BIT));
    return text.toString();
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
