package io.hdlgen.quantizer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvDatasetTest {
  private static final ReadOptions DEFAULTS = ReadOptions.defaults();
  private static final double[][] ROWS = {{1, -2.5}, {3e2, 4}};

  @TempDir Path folder;

  private Path file(String text) {
    try {
      return Files.writeString(folder.resolve("t.csv"), text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Dataset read(String text, ReadOptions options) {
    return DatasetReader.read(file(text), options);
  }

  @Test
  void separatorsQuotesLineEndsAndMarksAreFoundOut() {
    for (String text :
        List.of(
            "a,b,Y\n1,-2.5,no\n3e2,4,yes\n",
            "a;b;Y\n1;-2.5;no\n3e2;4;yes",
            "a\tb\tY\n1\t-2.5\tno\n3e2\t4\tyes\n\n\n",
            "\"a\",\"b\",\"Y\"\r\n\"1\", -2.5 ,\"no\"\r\n3e2,+4.,yes\r\n",
            "\ufeff\"a\";b;\"Y\"\r1;-2.5;no\r300;4;yes\r",
            "a,b,Y\n  \n1,-2.5,no\n\t\n3e2,4,yes\n ",
            "\n\na,b,Y\n\n1,-2.5,no\n\n3e2,4,yes\n")) {
      Dataset data = read(text, DEFAULTS);
      assertThat(data.rows()).as(text).isDeepEqualTo(ROWS);
      assertThat(data.featureNames()).containsExactly("a", "b");
      assertThat(data.labels()).containsExactly("no", "yes");
      assertThat(data.hasLabels()).isTrue();
    }
  }

  @Test
  void separatorIsNotTakenFromInsideQuotesOrDecimalCommas() {
    Dataset data = read("\"a;x;y;z\",b,Y\n1,-2.5,0\n", DEFAULTS);
    assertThat(data.featureNames()).containsExactly("a;x;y;z", "b");
    refused(
        "a;b;Y\n1,5;2,5;0\n",
        DEFAULTS,
        "t.csv:2, column 0 (a): found \"1,5\"; expected a decimal point");
  }

  @Test
  void readsCompressedFiles() throws IOException {
    Path packed = folder.resolve("packed");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write("a,b,Y\n1,-2.5,no\n3e2,4,yes\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(DatasetReader.read(packed, DEFAULTS).rows()).isDeepEqualTo(ROWS);
    byte[] bytes = Files.readAllBytes(packed);
    for (int length = 10; length < bytes.length; length++) {
      Files.write(packed, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> DatasetReader.read(packed, DEFAULTS))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("packed: found a file that ends too early");
    }
    bytes[bytes.length - 6] ^= 1;
    Files.write(packed, bytes);
    assertThatThrownBy(() -> DatasetReader.read(packed, DEFAULTS))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void headersAreFoundOut() {
    assertThat(read("5.1,3.5,setosa\n7,3.2,versicolor\n", DEFAULTS).rows()).hasNumberOfRows(2);
    assertThat(read("5.1,3.5,setosa\n", DEFAULTS).labels()).containsExactly("setosa");
    assertThat(read("len,wid,kind\n5.1,3.5,setosa\n", DEFAULTS).featureNames())
        .containsExactly("len", "wid");
    assertThat(read("0,1,label\n5.1,3.5,7\n", DEFAULTS).featureNames()).containsExactly("0", "1");
    assertThat(read("1,2,3\n4,5,6\n", DEFAULTS).featureNames()).isEmpty();
    assertThat(read("0,1,2,3,kind\n5.1,3.5,8,9,cat\n", DEFAULTS).featureNames())
        .containsExactly("0", "1", "2", "3");
    assertThat(read("0,1,2,4,cat\n5.1,3.5,8,9,cat\n", DEFAULTS).rows()).hasNumberOfRows(2);
    assertThat(read("0,1,kind\n5.1,3.5,cat\n", DEFAULTS.withHeader(true)).labels())
        .containsExactly("cat");
    refused("a,b,Y\n1,2,3\n", DEFAULTS.withHeader(false), "t.csv:1, column 0: found \"a\"");
    refused("a,b,Y\n", DEFAULTS, "found a row of names and no other; expected at least one row");
  }

  @Test
  void labelsByNameAndPosition() {
    String text = "Y,a,b,3\nno,1,-2.5,9\nyes,3e2,4,8\n";
    for (String label : List.of("Y", "0", "-4")) {
      Dataset data = read(text, DEFAULTS.withLabel(label));
      assertThat(data.labels()).containsExactly("no", "yes");
      assertThat(data.featureNames()).containsExactly("a", "b", "3");
    }
    assertThat(read(text.replace("no", "5").replace("yes", "6"), DEFAULTS.withLabel("3")).labels())
        .as("a name comes before a position")
        .containsExactly("9", "8");
    refused(
        text,
        DEFAULTS.withLabel("class"),
        "t.csv: found no column \"class\"; expected one of Y, a, b, 3, or a position from 0 to 3");
    refused(text, DEFAULTS.withLabel("4"), "found no column \"4\"");
    refused(text, DEFAULTS.withLabel("-5"), "found no column \"-5\"");
    refused("1,2\n", DEFAULTS.withLabel("Y"), "a position from 0 to 1, as the columns have no");
    refused("Y,Y\n1,2\n", DEFAULTS.withLabel("Y"), "found two columns \"Y\"");
    refused("1\n2\n", DEFAULTS, "found labels and no features");
    refused(
        "a,Y,b\n1,no,2\n",
        DEFAULTS,
        "t.csv:2, column 1 (Y): found \"no\"; expected a number; --ignore Y leaves the column out; if"
            + " the labels are in it, --label Y");
    refused(
        "my id,a,b\nx1,no,2\n",
        DEFAULTS.withLabel("b"),
        "column 0 (my id): found \"x1\"; expected a number; --ignore 0 leaves the column out");
    Dataset none = read("a,b\n1,-2.5\n3e2,4\n", DEFAULTS.withoutLabels());
    assertThat(none.rows()).isDeepEqualTo(ROWS);
    assertThat(none.hasLabels()).isFalse();
  }

  private static ReadOptions ignoring(String... columns) {
    return DEFAULTS.withIgnored(new IgnoredColumns(List.of(columns), true));
  }

  @Test
  void ignoredColumnsAreAsIfTheyWereNotThere() {
    String text = "id,a,t,b,Y,id\nx,1,,-2.5,no,?\ny,3e2,nan,4,yes,?\n";
    for (ReadOptions options :
        List.of(
            ignoring("id", "t").withLabel("Y"),
            ignoring("0", "t", "-1").withLabel("4"),
            ignoring("5", "2", "0", "0").withFeatures(List.of("a", "b")))) {
      Dataset data = read(text, options);
      assertThat(data.rows()).isDeepEqualTo(ROWS);
      assertThat(data.featureNames()).containsExactly("a", "b");
      assertThat(data.labels()).containsExactly("no", "yes");
      assertThat(data.columnText(1)).isEqualTo("b");
    }
    Dataset bare = read("9,1,-2.5,no\n8,3e2,4,yes\n", ignoring("0"));
    assertThat(bare.rows()).isDeepEqualTo(ROWS);
    assertThat(bare.columnText(0)).isEqualTo("1");
    assertThat(read("1,0,x\n2,5,y\n", ignoring("2").withoutLabels()).features()).isEqualTo(2);
    assertThat(read("9,1,2\n", ignoring("0").withFeatures(List.of("p", "q"))).hasLabels())
        .isFalse();
    assertThat(read("1,7,3\n5,8,2\n", ignoring("1")).rows()[1]).containsExactly(5);
    assertThat(read("a,1\n0,7\n2,8\n", ignoring("1").withoutLabels()).columnText(0))
        .as("a name comes before a position")
        .isEqualTo("a");
  }

  @Test
  void columnsThatCannotBeIgnored() {
    String text = "id,a,Y\n7,1,no\n8,2,yes\n";
    refused(
        text,
        ignoring("X1"),
        "t.csv: found no column \"X1\" to ignore; expected one of id, a, Y, or a position from 0");
    refused(text, ignoring("3"), "no column \"3\" to ignore");
    refused(text, ignoring("Y").withLabel("-1"), "--ignore of the label column \"-1\"; expected");
    refused(text, ignoring("id", "a", "Y"), "found no column that is not ignored");
    refused(text, ignoring("Y"), "found --ignore of the last column, which holds the labels where");
    refused(text, ignoring("id", "a"), "found labels and no features");
    refused(text, ignoring("a").withFeatures(List.of("a")), "found --ignore of the feature \"a\"");
    ReadOptions likely = ignoring("Y").withLikelyLabel(Optional.of("Y"));
    refused(text, likely, "--ignore of the label column \"Y\"");
  }

  @Test
  void ignoredColumnsNeedNotBeInATestTable() {
    ReadOptions test =
        DEFAULTS
            .withIgnored(new IgnoredColumns(List.of("id", "0", "-1", "9"), false))
            .withFeatures(List.of("a", "b"))
            .withLikelyLabel(Optional.of("Y"));
    for (String text :
        List.of("a,b,Y\n1,-2.5,no\n3e2,4,yes\n", "id,a,b,Y\n1,1,-2.5,no\n2,3e2,4,yes")) {
      Dataset data = read(text, test);
      assertThat(data.rows()).isDeepEqualTo(ROWS);
      assertThat(data.labels()).containsExactly("no", "yes");
    }
  }

  @Test
  void labelsOfALikelyName() {
    ReadOptions likely = DEFAULTS.withLikelyLabel(Optional.of("Y"));
    Dataset data = read("Y,a,b\nno,1,-2.5\nyes,3e2,4\n", likely.withFeatures(List.of("a", "b")));
    assertThat(data.labels()).containsExactly("no", "yes");
    assertThat(data.labelName()).hasValue("Y");
    assertThat(data.rows()).isDeepEqualTo(ROWS);
    assertThat(read("Y,a\n1,2\n", likely.withLabel("a")).labels()).containsExactly("2");
    assertThat(read("a,b,c\n1,-2.5,3\n", likely).labelName()).hasValue("c");
    assertThat(read("1,-2.5,3\n", likely).labelName()).isEmpty();
  }

  @Test
  void featuresOfTheNetworkTellColumnsApart() {
    ReadOptions ba = DEFAULTS.withFeatures(List.of("b", "a"));
    Dataset data = read("time,a,b,Y\nnoon,1,2,x\n", ba);
    assertThat(data.featureNames()).containsExactly("b", "a");
    assertThat(data.rows()).isDeepEqualTo(new double[][] {{2, 1}});
    assertThat(data.labels()).containsExactly("x");
    assertThat(read("a,b\n1,2\n", ba).hasLabels()).isFalse();
    assertThat(read("1,2\n", ba).hasLabels()).isFalse();
    assertThat(read("1,2,3\n", ba).labels()).containsExactly("3");
    assertThat(read("Y,a,b\n7,1,2\n", ba.withLabel("Y")).labels()).containsExactly("7");
    refused("a,b,b,Y\n1,2,3,4\n", ba, "found two columns \"b\"");
  }

  @Test
  void wrongCellsAreNamedByLineAndColumn() {
    refused(
        "a,b,Y\n1,2,3\n\n4,x,6\n",
        DEFAULTS,
        "t.csv:4, column 1 (b): found \"x\"; expected a number; --ignore b leaves");
    refused("a,b,Y\n1,2,3\n4,,6\n", DEFAULTS, "t.csv:3, column 1 (b): found an empty cell");
    refused("a,b,Y\n1,2,3\n4,5,\n", DEFAULTS, "t.csv:3, column 2 (Y): found an empty cell");
    refused("a,b,Y\n1,2,3\n4,5\n", DEFAULTS, "t.csv:3: found 2 cells; expected 3, as in the first");
    refused("a,b,Y\n1,2,3\n4,5,6,7\n", DEFAULTS, "t.csv:3: found 4 cells; expected 3");
    // A comma for decimals.
    String point = "a decimal point instead of the comma: -5.25";
    refused(
        "a;b;Y\n-5,25;2;3\n",
        DEFAULTS,
        "t.csv:2, column 0 (a): found \"-5,25\"; expected " + point);
    refused("a;b;Y\n1;2;3\n4;-5,25;6\n", DEFAULTS, "t.csv:3, column 1 (b): found \"-5,25\"");
    refused(
        "a,b,Y\n1,5,2,5,3\n", DEFAULTS, "in the first row; if decimals are written with a comma,");
    refused(
        "a;b;Y\n1;5;2;5;3\n", DEFAULTS, "t.csv:2: found 5 cells; expected 3, as in the first row");
    for (String cell : List.of("nan", "NaN", "inf", "-Infinity", "?", "NA", "0x1p3", "1d", "1_0")) {
      refused("1,2\n" + cell + ",5\n", DEFAULTS, "t.csv:2, column 0: found \"" + cell + "\"");
    }
    refused("1,2\n1e999,5\n", DEFAULTS, "expected a number within the range of a double");
    refused("a,b\n1,2\n\"3,4\n", DEFAULTS, "t.csv");
    assertThat(read("a,b,Y\n\n1,2,3\n", DEFAULTS).place(0)).endsWith("t.csv:3");
  }

  @Test
  void filesThatAreNoText() throws IOException {
    refused("", DEFAULTS, "t.csv: found an empty file");
    refused("\n \n", DEFAULTS, "t.csv");
    Path bytes = Files.write(folder.resolve("b"), new byte[] {'1', ',', (byte) 0xff, (byte) 0xfe});
    assertThatThrownBy(() -> DatasetReader.read(bytes, DEFAULTS))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("bytes that are not UTF-8 text");
    assertThatThrownBy(() -> DatasetReader.read(folder, DEFAULTS))
        .hasMessageContaining("something that is not a file");
    assertThatThrownBy(() -> DatasetReader.read(folder.resolve("none.csv"), DEFAULTS))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("none.csv: found no such file");
  }

  @Test
  void labelsFromAFileOfTheirOwn() throws IOException {
    Path labels = folder.resolve("labels.txt");
    for (String text : List.of("no\nyes\n", "label\r\nno\r\n\"yes\"", "Class\nno\nyes\n")) {
      Files.writeString(labels, text);
      Dataset data = read("a,b\n1,-2.5\n3e2,4\n", DEFAULTS.withLabelFile(labels));
      assertThat(data.labels()).containsExactly("no", "yes");
      assertThat(data.rows()).isDeepEqualTo(ROWS);
    }
    Files.writeString(labels, "no\n");
    ReadOptions options = DEFAULTS.withLabelFile(labels);
    refused("1,2\n3,4\n", options, "labels.txt: found 1 labels; expected 2, one a row of");
    refused("1,2\n3,4\n", options.withLabel("0"), "found both a label column and a file of labels");
    Files.writeString(labels, "no,1\nyes,2\n");
    refused("1,2\n3,4\n", options, "labels.txt:1: found 2 cells; expected one label a line");
    Files.writeString(labels, "");
    refused("1,2\n3,4\n", options, "labels.txt: found an empty file");
  }

  private void refused(String text, ReadOptions options, String message) {
    Path file = file(text);
    assertThatThrownBy(() -> DatasetReader.read(file, options))
        .as(text)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }
}
