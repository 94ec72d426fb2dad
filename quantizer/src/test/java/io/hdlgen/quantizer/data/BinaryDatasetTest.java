package io.hdlgen.quantizer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryDatasetTest {
  private static final ReadOptions DEFAULTS = ReadOptions.defaults();

  @TempDir Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("f"), bytes);
  }

  private static byte[] idx(int[] shape, int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * shape.length + values.length);
    bytes.putInt(0x800 | shape.length);
    for (int dimension : shape) {
      bytes.putInt(dimension);
    }
    for (int value : values) {
      bytes.put((byte) value);
    }
    return bytes.array();
  }

  private static byte[] npy(String type, boolean fortran, String shape, byte[] content) {
    String header =
        "{'descr': '%s', 'fortran_order': %s, 'shape': (%s), }\n"
            .formatted(type, fortran ? "True" : "False", shape);
    ByteBuffer bytes =
        ByteBuffer.allocate(10 + header.length() + content.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) 1);
    bytes.put((byte) 0).putShort((short) header.length());
    bytes.put(header.getBytes(StandardCharsets.US_ASCII)).put(content);
    return bytes.array();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void idxPixelsAreDividedBy255() throws IOException {
    byte[] images = idx(new int[] {2, 1, 3}, 0, 51, 255, 1, 2, 128);
    double[][] rows = {{0, 0.2, 1}, {1 / 255.0, 2 / 255.0, 128 / 255.0}};
    assertThat(DatasetReader.read(file(images), DEFAULTS).rows()).isDeepEqualTo(rows);
    Path labels = Files.write(folder.resolve("labels"), idx(new int[] {2}, 7, 200));
    Path packed = folder.resolve("packed");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(images);
    }
    Dataset data = DatasetReader.read(packed, DEFAULTS.withLabelFile(labels));
    assertThat(data.rows()).isDeepEqualTo(rows);
    assertThat(data.labels()).containsExactly("7", "200");
    assertThat(data.featureNames()).isEmpty();
    assertThat(data.place(1)).endsWith("packed row 1");
  }

  private static ReadOptions ignoring(String... columns) {
    return DEFAULTS.withIgnored(new IgnoredColumns(List.of(columns), true));
  }

  @Test
  void ignoredColumnsOfArraysGoByPosition() throws Exception {
    Path images = file(idx(new int[] {2, 1, 4}, 9, 51, 0, 7, 8, 255, 0, 6));
    Dataset data = DatasetReader.read(images, ignoring("0").withLabel("-1"));
    assertThat(data.rows()).isDeepEqualTo(new double[][] {{0.2, 0}, {1, 0}});
    assertThat(data.labels()).containsExactly("7", "6");
    assertThat(data.columnText(0)).isEqualTo("1");
    refused(images, ignoring("id"), "no column \"id\" to ignore; expected a position from 0 to 3");
    refused(images, ignoring("3").withLabel("-1"), "--ignore of the label column -1");
    refused(images, ignoring("0", "1", "2").withLabel("3"), "labels and no features");
    refused(images, ignoring("0", "1", "2", "3"), "no column that is not ignored");
    Dataset zip = DatasetReader.read(resource("two-arrays.npz"), ignoring("0", "1"));
    assertThat(zip.labels()).containsExactly("3", "1");
    assertThat(zip.features()).isEqualTo(10);
    assertThat(zip.rows()[1][9]).isEqualTo(230 / 255.0);
    byte[] values = new byte[16];
    values[7] = 0x7f;
    values[6] = (byte) 0xf8;
    Path numbers = file(npy("<f8", false, "1, 2", values));
    assertThat(DatasetReader.read(numbers, ignoring("0")).rows()).hasNumberOfRows(1);
    refused(numbers, ignoring("1"), "row 0, column 0: found NaN");
  }

  private static void refused(Path file, ReadOptions options, String message) {
    assertThatThrownBy(() -> DatasetReader.read(file, options))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void brokenIdxFilesAreRefused() throws IOException {
    byte[] good = idx(new int[] {2, 3}, 1, 2, 3, 4, 5, 6);
    for (int length = 2; length < good.length; length++) {
      refused(Arrays.copyOf(good, length), "that ends");
    }
    refused(Arrays.copyOf(good, good.length - 1), "found a file that ends in row 1");
    refused(Arrays.copyOf(good, good.length + 1), "found more bytes than the shape [2, 3] needs");
    refused(idx(new int[] {2}, 1, 2), "found an array of shape [2]; expected at least two dim");
    refused(idx(new int[] {0, 3}), "expected at least one value in each dimension");
    refused(idx(new int[] {-1, 3}), "expected at least one value in each dimension");
    refused(idx(new int[] {Integer.MAX_VALUE, 3}), "expected at most 134217728 values");
    refused(idx(new int[] {65536, 65536, 65536, 65536}), "expected at most 134217728 values");
    refused(idx(new int[] {1, 65537}), "expected at most 65536 values a sample");
    refused(bytes(0, 0, 13, 2, 0, 0, 0, 1), "values of type 0x0d; expected type 0x08");
    refused(bytes(0, 0, 8, 0, 0, 0, 0, 1), "found 0 dimensions");
    refused(bytes(0, 0, 8, 200, 0, 0, 0, 1), "found 200 dimensions");
  }

  @Test
  void readsWhatNumpyWrites() throws Exception {
    double[][] counting = new double[2][12];
    for (int i = 0; i < 24; i++) {
      counting[i / 12][i % 12] = i;
    }
    Dataset fortran = DatasetReader.read(resource("fortran-f4-2x3x4.npy"), DEFAULTS);
    assertThat(fortran.rows()).isDeepEqualTo(counting);
    Dataset bigEndian = DatasetReader.read(resource("c-big-endian-i2-2x12.npy"), DEFAULTS);
    assertThat(bigEndian.rows()[1][11]).isEqualTo(11);
    assertThat(bigEndian.rows()[0][0]).isEqualTo(-12);
    Dataset zip = DatasetReader.read(resource("two-arrays.npz"), DEFAULTS);
    assertThat(zip.labels()).containsExactly("3", "1");
    assertThat(zip.rows()[1][11]).as("bytes").isEqualTo(230 / 255.0);
  }

  private Path resource(String name) throws Exception {
    return Path.of(getClass().getResource("/data/" + name).toURI());
  }

  @Test
  void typesOfArrays() throws IOException {
    byte[] ones = new byte[16];
    Arrays.fill(ones, (byte) 0xff);
    check("<i1", ones, -1);
    check("|i1", ones, -1);
    check("<i2", ones, -1);
    check("<i4", ones, -1);
    check("<i8", ones, -1);
    check("|u1", ones, 1);
    check("<u2", ones, 65535);
    check(">u4", ones, 4294967295.0);
    check("<u8", ones, 0x1p64);
    check("|b1", ones, 1);
    check("<f4", bytes(0, 0, 0x20, 0xc0, 0, 0, 0x20, 0xc0), -2.5);
    check(">f8", bytes(0xc0, 4, 0, 0, 0, 0, 0, 0, 0xc0, 4, 0, 0, 0, 0, 0, 0), -2.5);
  }

  private void check(String type, byte[] content, double value) throws IOException {
    int bytes = type.charAt(type.length() - 1) - '0';
    byte[] two = Arrays.copyOf(content, 2 * bytes);
    assertThat(DatasetReader.read(file(npy(type, false, "2, 1", two)), DEFAULTS).rows())
        .as(type)
        .isDeepEqualTo(new double[][] {{value}, {value}});
  }

  @Test
  void aColumnOfAnArrayMayHoldTheLabels() throws IOException {
    byte[] array = npy("|u1", false, "2, 3", bytes(1, 2, 3, 4, 5, 6));
    Path table = Files.write(folder.resolve("table"), array);
    Dataset data = DatasetReader.read(table, DEFAULTS.withLabel("1"));
    assertThat(data.labels()).containsExactly("2", "5");
    assertThat(data.rows())
        .isDeepEqualTo(new double[][] {{1 / 255.0, 3 / 255.0}, {4 / 255.0, 6 / 255.0}});
    assertThatThrownBy(() -> DatasetReader.read(table, DEFAULTS.withLabel("Y")))
        .hasMessageContaining("found no column \"Y\"; expected a position from 0 to 2");
    Path pixels = file(idx(new int[] {2, 2}, 51, 7, 102, 8));
    Dataset images = DatasetReader.read(pixels, DEFAULTS.withLabel("-1"));
    assertThat(images.labels()).as("labels are not divided").containsExactly("7", "8");
    assertThat(images.rows()).isDeepEqualTo(new double[][] {{0.2}, {0.4}});
    Path labels = Files.write(folder.resolve("l"), npy("<f4", false, "2,", new byte[8]));
    assertThat(DatasetReader.read(table, DEFAULTS.withLabelFile(labels)).labels())
        .containsExactly("0", "0");
  }

  @Test
  void brokenArraysAreRefused() throws IOException {
    byte[] good = npy("|u1", false, "2, 3", bytes(1, 2, 3, 4, 5, 6));
    for (int length = 6; length < good.length; length++) {
      refused(Arrays.copyOf(good, length), "found");
    }
    refused(
        Arrays.copyOf(good, good.length - 1), "found 5 bytes of values; expected 6 for type |u1");
    refused(Arrays.copyOf(good, good.length + 1), "found more bytes than shape and type need");
    refused(npy("|O", false, "2, 3", new byte[6]), "values of type '|O'; expected integers");
    refused(npy("<f2", false, "2, 3", new byte[12]), "values of type '<f2'");
    refused(npy("<U3", false, "2, 3", new byte[12]), "values of type '<U3'");
    refused(npy("|u1", false, "6,", new byte[6]), "shape [6]; expected at least two dimensions");
    refused(npy("|u1", false, "", new byte[6]), "shape []; expected 1 to 8 dimensions");
    refused(npy("|u1", false, "0, 3", new byte[6]), "at least one value in each dimension");
    refused(npy("|u1", false, "99999999999999999999, 3", new byte[6]), "at most 134217728 values");
    refused(npy("|u1", false, "1000000, 1000", new byte[6]), "at most 134217728 values");
    refused(npy("|u1", false, "-1, 3", new byte[6]), "expected a shape in its header");
    refused(npy("<f4", false, "1, 1", bytes(0, 0, 0xc0, 0x7f)), "f row 0, column 0: found NaN");
    refused(npy("<f4", false, "1, 1", bytes(0, 0, 0x80, 0xff)), "found -Infinity; expected a fin");
    byte[] version = good.clone();
    version[6] = 9;
    refused(version, "found .npy version 9");
  }

  @Test
  void arraysOfAnArchiveAreToldByName() throws IOException {
    byte[] x = npy("|u1", false, "2, 2", bytes(1, 2, 3, 4));
    byte[] other = npy("|u1", false, "2, 2", bytes(9, 9, 9, 9));
    byte[] y = npy("<i8", false, "2,", new byte[16]);
    assertThat(archive("a", other, "x", x, "labels", y).rows()[1][1]).isEqualTo(4 / 255.0);
    assertThat(archive("whatever", x).hasLabels()).isFalse();
    assertThat(archive("whatever", x, "label", y).labels()).containsExactly("0", "0");
    for (String[] names :
        new String[][] {{"x_train", "y_train"}, {"data", "target"}, {"arr_0", "arr_1"}}) {
      Dataset both = archive("x_test", other, names[0], x, names[1], y, "y_test", new byte[1]);
      assertThat(both.rows()[1][1]).as(names[0]).isEqualTo(4 / 255.0);
      assertThat(both.labels()).as(names[1]).containsExactly("0", "0");
    }
    ReadOptions byName = DEFAULTS.withLabel("t");
    assertThat(DatasetReader.read(zip("X", x, "t", y), byName).labels()).containsExactly("0", "0");
    assertThat(DatasetReader.read(zip("X", x, "y", y), DEFAULTS.withLabel("-1")).labels())
        .containsExactly("2", "4");
    assertThatThrownBy(() -> archive("a", x, "b", x))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("found the arrays a, b; expected the features in one that is called");
    assertThatThrownBy(() -> archive("X", x, "y", npy("|u1", false, "3,", new byte[3])))
        .hasMessageContaining("found 3 labels; expected 2");
    assertThatThrownBy(() -> archive("X", x, "y", x))
        .hasMessageContaining("f[y]: found an array of shape [2, 2]; expected labels");
    assertThatThrownBy(() -> archive("X", new byte[] {1, 2}))
        .isInstanceOf(InvalidInputException.class);
    byte[] whole = Files.readAllBytes(zip("X", x, "y", y));
    for (int length = 4; length < whole.length; length += 7) {
      Path cut = file(Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> DatasetReader.read(cut, DEFAULTS))
          .isInstanceOf(InvalidInputException.class);
    }
  }

  @Test
  void labelsMayBeText() throws IOException {
    byte[] x = npy("|i1", false, "2, 1", bytes(1, 2));
    byte[] wide = bytes('b', 0, 0, 0, 0xe9, 0, 0, 0, 'c', 0, 0, 0, 0, 0, 0, 0);
    assertThat(archive("X", x, "y", npy("<U2", false, "2,", wide)).labels())
        .containsExactly("b\u00e9", "c");
    byte[] big = bytes(0, 0, 0, 'a', 0, 0x01, 0xf4, 0x0c);
    assertThat(archive("X", x, "y", npy(">U1", false, "2, 1", big)).labels())
        .containsExactly("a", "\ud83d\udc0c");
    byte[] ascii = npy("|S3", false, "2,", bytes('o', 'n', 'e', 'b', 0, 0));
    assertThat(archive("X", x, "y", ascii).labels()).containsExactly("one", "b");
    Path labels = Files.write(folder.resolve("l"), ascii);
    Path table = Files.write(folder.resolve("x"), x);
    assertThat(DatasetReader.read(table, DEFAULTS.withLabelFile(labels)).labels())
        .containsExactly("one", "b");
    assertThatThrownBy(() -> archive("X", x, "y", npy("|S1", false, "2,", bytes('b', 0))))
        .hasMessageContaining("f[y] row 1: found an empty text; expected a label");
    assertThatThrownBy(() -> archive("X", x, "y", npy("|S1", false, "2, 2", new byte[4])))
        .hasMessageContaining("f[y]: found an array of shape [2, 2]; expected labels");
    assertThatThrownBy(() -> archive("X", x, "y", npy("<U2", false, "2,", new byte[8])))
        .hasMessageContaining("found 8 bytes of values; expected 16 for type <U2");
    byte[] nan = bytes(0, 0, 0, 0, 0, 0, 0xc0, 0x7f);
    assertThatThrownBy(() -> archive("X", x, "y", npy("<f4", false, "2,", nan)))
        .hasMessageContaining("f[y] row 1: found NaN; expected a label");
  }

  @Test
  void anArchiveMayHoldRowsToMeasureBy() throws IOException {
    byte[] x = npy("|i1", false, "2, 2", bytes(1, 2, 3, 4));
    byte[] y = npy("<i8", false, "2,", new byte[16]);
    byte[] xTest = npy("|i1", false, "1, 2", bytes(5, 6));
    byte[] yTest = npy("|i1", false, "1,", bytes(1));
    Path keras = zip("x_test", xTest, "x_train", x, "y_train", y, "y_test", yTest);
    ReadOptions measured = DEFAULTS.toMeasure();
    assertThat(DatasetReader.holdsTest(keras, DEFAULTS)).isTrue();
    assertThat(DatasetReader.read(keras, DEFAULTS).rows()).hasNumberOfRows(2);
    for (ReadOptions options : List.of(measured, measured.withLabel("y_train"))) {
      Dataset test = DatasetReader.read(keras, options);
      assertThat(test.rows()).isDeepEqualTo(new double[][] {{5, 6}});
      assertThat(test.labels()).containsExactly("1");
      assertThat(test.source()).endsWith("[x_test]");
    }
    assertThat(DatasetReader.read(keras, measured.withLabel("0")).labels()).containsExactly("5");
    assertThat(DatasetReader.holdsTest(keras, DEFAULTS.withLabel("0"))).isFalse();
    assertThat(DatasetReader.holdsTest(keras, DEFAULTS.withLabelFile(folder))).isFalse();
    Path unlabelled = zip("x_test", xTest, "x_train", x, "y_train", y);
    assertThat(DatasetReader.holdsTest(unlabelled, DEFAULTS)).isFalse();
    assertThat(DatasetReader.read(unlabelled, measured).hasLabels()).isFalse();
    Path single = zip("X", x, "y", y);
    assertThat(DatasetReader.holdsTest(single, DEFAULTS)).isFalse();
    assertThat(DatasetReader.read(single, measured).labels()).containsExactly("0", "0");
    assertThat(DatasetReader.holdsTest(file(y), DEFAULTS)).isFalse();
    assertThat(DatasetReader.holdsTest(zip("x_test", xTest, "y_test", yTest), DEFAULTS)).isFalse();
  }

  private Dataset archive(Object... members) throws IOException {
    return DatasetReader.read(zip(members), DEFAULTS);
  }

  private Path zip(Object... members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (int i = 0; i < members.length; i += 2) {
        out.putNextEntry(new ZipEntry(members[i] + ".npy"));
        out.write((byte[]) members[i + 1]);
      }
    }
    return file(bytes.toByteArray());
  }

  @Test
  void datasetsAreTables() {
    assertThatThrownBy(() -> new Dataset("s", List.of(), new double[0][], List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Dataset("s", List.of("a"), new double[1][2], List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Dataset("s", List.of(), new double[1][2], List.of("a", "b")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void refused(byte[] content, String message) throws IOException {
    Path file = file(content);
    assertThatThrownBy(() -> DatasetReader.read(file, DEFAULTS))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }
}
