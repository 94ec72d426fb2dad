package io.hdlgen.flow.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramesTest {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

  private final Frames frames = new Frames();

  private List<String> decode(String bytes) {
    List<String> contents = new ArrayList<>();
    for (byte octet : HEX.parseHex(bytes)) {
      frames.accept(octet & 0xff).ifPresent(content -> contents.add(HEX.formatHex(content)));
    }
    return contents;
  }

  @Test
  void framesAreAsDocumented() throws IOException {
    String page = Files.readString(Path.of("../docs/serial.md"));
    for (String content : List.of("02 07", "01 7e 18 03", "81 7e 00 01")) {
      String frame = HEX.formatHex(Frames.encode(HEX.parseHex(content)));
      assertThat(page).contains("`" + content + "`", "`" + frame + "`");
      assertThat(decode(frame)).containsExactly(content);
    }
    assertThat(frames.broken()).isZero();
  }

  @Test
  void allBytesSurvive() {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    assertThat(decode(HEX.formatHex(Frames.encode(all)))).containsExactly(HEX.formatHex(all));
  }

  @Test
  void garbageEndsAtTheNextFlag() {
    String right = HEX.formatHex(Frames.encode(new byte[] {2, 7}));
    assertThat(decode("00 7d 55 " + right)).containsExactly("02 07");
    assertThat(frames.broken()).isEqualTo(1);
    assertThat(decode("7e 7d 7e 7e " + right)).containsExactly("02 07");
    assertThat(frames.broken()).isEqualTo(2);
    assertThat(decode("7e 01 7e " + right)).containsExactly("02 07");
    assertThat(frames.broken()).isEqualTo(3);
  }
}
