package io.hdlgen.explore.report.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberTextTest {
  @Test
  void amountsKeepThreeDigitsWithoutAnExponent() {
    assertThat(NumberText.amount(0)).isEqualTo("0");
    assertThat(NumberText.amount(0.00881234)).isEqualTo("0.00881");
    assertThat(NumberText.amount(0.00000123)).isEqualTo("0.00000123");
    assertThat(NumberText.amount(2.0641)).isEqualTo("2.06");
    assertThat(NumberText.amount(16.67)).isEqualTo("16.7");
    assertThat(NumberText.amount(161.4)).isEqualTo("161");
    assertThat(NumberText.amount(12345.6)).isEqualTo("12346");
    assertThat(NumberText.amount(0.012345)).isEqualTo("0.0123");
  }

  @Test
  void differencesHaveASignUnlessTheyShowNone() {
    assertThat(NumberText.difference(0.0126)).isEqualTo("+0.013");
    assertThat(NumberText.difference(-0.0126)).isEqualTo("\u22120.013");
    assertThat(NumberText.difference(-0.0001)).isEqualTo("0.000");
  }

  @Test
  void ratiosShowWhatMatters() {
    assertThat(NumberText.ratio(1.021)).isEqualTo("1.02");
    assertThat(NumberText.ratio(3.14)).isEqualTo("3.1");
    assertThat(NumberText.ratio(31.4)).isEqualTo("31");
    assertThat(NumberText.ratio(3141)).isEqualTo("3,141");
    assertThat(NumberText.ratio(Double.POSITIVE_INFINITY)).isEqualTo("infinitely many");
  }

  @Test
  void coordinatesAreTenths() {
    assertThat(NumberText.coordinate(12)).isEqualTo("12");
    assertThat(NumberText.coordinate(12.04)).isEqualTo("12");
    assertThat(NumberText.coordinate(12.46)).isEqualTo("12.5");
    assertThat(NumberText.coordinate(-0.01)).isEqualTo("0");
  }
}
