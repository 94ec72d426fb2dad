package io.hdlgen.flow.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ManifestTest {
  @Test
  void hasCanonicalText() {
    Manifest manifest =
        new Manifest(
            "0.1.0",
            "hdlgen emit m.onnx --bits 2",
            new TreeMap<>(Map.of("m.onnx", "00")),
            new TreeMap<>(Map.of("rtl/b.v", "02", "rtl/a.v", "01")));
    assertThat(manifest.toJson())
        .isEqualTo(
            """
            {
              "format": "hdlgen-manifest",
              "version": 1,
              "tool": "hdlgen 0.1.0",
              "command": "hdlgen emit m.onnx --bits 2",
              "inputs": {
                "m.onnx": "00"
              },
              "files": {
                "rtl/a.v": "01",
                "rtl/b.v": "02"
              }
            }
            """);
  }

  @Test
  void digestsAreSha256() {
    assertThat(Sha256.of("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
