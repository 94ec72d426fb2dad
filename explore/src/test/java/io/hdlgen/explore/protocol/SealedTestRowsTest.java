package io.hdlgen.explore.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hdlgen.flow.DataSource;
import io.hdlgen.flow.folder.Sha256;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.metrics.Proportion;
import io.hdlgen.quantizer.train.Samples;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedTestRowsTest {
  @TempDir Path folder;

  private final Samples training =
      Tables.samples(new double[][] {{1}, {5}, {9}}, new int[] {0, 0, 1}, 2);
  private final Samples test =
      Tables.samples(new double[][] {{2}, {9}, {7}, {4}}, new int[] {0, 1, 0, 1}, 2);
  private final SealedTestRows sealed = new SealedTestRows(training, () -> test);

  @Test
  void rowsAreHadForAFrozenChoice() {
    Path file = folder.resolve("frozen.json");
    FrozenChoice choice = FrozenChoice.freeze(file, Tables.step(6), List.of(Tables.step(3)));
    OpenedTestRows opened = sealed.open(choice);
    assertThat(opened.samples()).isSameAs(test);
    Figures figures = opened.measure(Tables.step(6));
    assertThat(figures.part()).isEqualTo(Part.TEST);
    assertThat(figures.part().label()).isEqualTo("test");
    assertThat(figures.metrics().right()).isEqualTo(new Proportion(2, 4));
    // The row of 9 occurs in training.
    assertThat(figures.unseen()).contains(new Proportion(1, 3));
    assertThat(opened.measure(Tables.step(3)).metrics().right()).isEqualTo(new Proportion(3, 4));
    assertThatThrownBy(() -> opened.measure(Tables.step(4)))
        .hasMessage("step4 was not frozen before the test rows were opened");
  }

  @Test
  void theChoiceIsOnDiskBeforeTheRowsAreRead() throws IOException {
    Path file = folder.resolve("new/frozen.json");
    FrozenChoice choice = FrozenChoice.freeze(file, Tables.step(6), List.of());
    String digest = Sha256.of(NetworkJson.write(Tables.step(6)));
    assertThat(choice.sha256()).isEqualTo(digest);
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            {
              "format": "hdlgen-frozen-choice",
              "version": 1,
              "chosen": "%s",
              "others": [ ]
            }
            """
                .formatted(digest));
    Files.writeString(file, Files.readString(file).replace(digest, "0".repeat(64)));
    assertThatThrownBy(() -> sealed.open(choice))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("does not hold the frozen choice any more");
    Files.delete(file);
    assertThatThrownBy(() -> sealed.open(choice)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void aChoiceCannotBeExchanged() {
    Path file = folder.resolve("frozen.json");
    FrozenChoice.freeze(file, Tables.step(6), List.of());
    assertThat(FrozenChoice.freeze(file, Tables.step(6), List.of()).holds(Tables.step(6))).isTrue();
    assertThatThrownBy(() -> FrozenChoice.freeze(file, Tables.step(7), List.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("found a choice of other networks");
    assertThatThrownBy(() -> FrozenChoice.freeze(file, Tables.step(6), List.of(Tables.step(7))))
        .isInstanceOf(InvalidInputException.class);
  }

  /**
   * The type state: rows by {@code open} alone, that by a choice alone, and that by a file alone.
   */
  @Test
  void thereIsNoOtherWayToTheRows() {
    assertThat(Arrays.stream(SealedTestRows.class.getDeclaredMethods()).filter(this::accessible))
        .extracting(Method::toGenericString)
        .containsExactly(
            "public io.hdlgen.explore.protocol.OpenedTestRows"
                + " io.hdlgen.explore.protocol.SealedTestRows.open("
                + "io.hdlgen.explore.protocol.FrozenChoice)");
    assertThat(FrozenChoice.class.getDeclaredConstructors())
        .allMatch(constructor -> Modifier.isPrivate(constructor.getModifiers()));
    assertThat(
            Arrays.stream(FrozenChoice.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == FrozenChoice.class))
        .extracting(Method::getName)
        .containsExactly("freeze");
    for (Class<?> type : List.of(SealedTestRows.class, OpenedTestRows.class, FrozenChoice.class)) {
      assertThat(Modifier.isFinal(type.getModifiers())).isTrue();
      assertThat(type.getInterfaces()).isEmpty();
      assertThat(type.getDeclaredFields())
          .filteredOn(field -> !field.isSynthetic())
          .allMatch(SealedTestRowsTest::isPrivate);
      assertThat(type.getDeclaredConstructors()).noneMatch(SealedTestRowsTest::isPublic);
    }
    assertThat(
            Arrays.stream(TrainTestSplit.class.getRecordComponents())
                .map(component -> component.getType().getSimpleName()))
        .containsExactly("Samples", "SealedTestRows", "String", "List");
  }

  @Test
  void aTableOfItsOwnIsNotReadBefore() throws IOException {
    Path train = Files.writeString(folder.resolve("train.csv"), "x0,y\n1,a\n2,a\n8,b\n9,b\n");
    Path own = folder.resolve("test.csv");
    TrainTestSplit split = TrainTestSplit.ofTestTable(DataSource.of(train), DataSource.of(own));
    assertThat(split.training().rows()).isEqualTo(4);
    FrozenChoice choice =
        FrozenChoice.freeze(folder.resolve("frozen.json"), Tables.step(5), List.of());
    assertThatThrownBy(() -> split.test().open(choice)).isInstanceOf(InvalidInputException.class);
    Files.writeString(own, "x0,y\n3,b\n2,a\n");
    Samples rows = split.test().open(choice).samples();
    assertThat(rows.labels()).containsExactly(1, 0);
    assertThatThrownBy(() -> split.test().open(choice).measure(Tables.step(5)))
        .hasMessage("classes [c0, c1], not [a, b]");
  }

  private boolean accessible(Method method) {
    return !method.isSynthetic() && !Modifier.isPrivate(method.getModifiers());
  }

  private static boolean isPrivate(Field field) {
    return Modifier.isPrivate(field.getModifiers());
  }

  private static boolean isPublic(Constructor<?> constructor) {
    return Modifier.isPublic(constructor.getModifiers());
  }
}
