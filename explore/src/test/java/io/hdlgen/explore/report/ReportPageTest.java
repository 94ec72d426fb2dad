package io.hdlgen.explore.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.front.FrontFixture;
import io.hdlgen.explore.front.FrontPoint;
import io.hdlgen.explore.front.PrintedCost;
import io.hdlgen.explore.front.Verified;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The whole page. */
class ReportPageTest {
  private static final Front FRONT = FrontFixture.front();
  private static final Page PAGE = Page.of(ReportFixture.report(FRONT));

  @Test
  void thePageStandsAlone() {
    assertThat(PAGE.elements("script")).isEmpty();
    assertThat(PAGE.elements("link")).isEmpty();
    assertThat(PAGE.elements("img")).isEmpty();
    assertThat(PAGE.text()).doesNotContain("src=").doesNotContain("url(");
    assertThat(PAGE.elements("a"))
        .extracting(link -> link.getAttribute("href"))
        .isNotEmpty()
        .allMatch(href -> href.matches("[a-z0-9]+(/[a-z0-9.-]+)*/?"));
  }

  @Test
  void filesAreLinkedFromThePage() {
    List<FrontPoint> points = new ArrayList<>(FRONT.points());
    points.set(2, points.get(2).withVerified(new Verified(100_480, true, 0, true)));
    Page page = Page.of(ReportFixture.report(FRONT.withPoints(points)));
    assertThat(page.elements("a"))
        .extracting(link -> link.getAttribute("href"))
        .contains(points.get(0).network(), points.get(2).network())
        .containsOnlyOnce("designs/p2/", "designs/p2/rtl/")
        .doesNotContain("designs/p0/");
  }

  /** A tree that is on the front is one of the trees in plots. */
  @Test
  void noCircuitIsInAPlotTwice() {
    FrontPoint tree = FRONT.trees().get(FRONT.trees().size() - 1);
    List<FrontPoint> points = new ArrayList<>(FRONT.points());
    points.add(tree);
    Page page = Page.of(ReportFixture.report(FrontFixture.with(FRONT, points, FRONT.trees())));
    Element plot = page.elements("svg").get(0);
    assertThat(Page.byClass(plot, "mark ours")).hasSameSizeAs(FRONT.points());
    assertThat(Page.byClass(plot, "mark trees")).hasSameSizeAs(FRONT.trees());
  }

  @Test
  void circuitsThatDifferAreNamedFirst() {
    assertThat(PAGE.words()).doesNotContain("Verification failed");
    List<FrontPoint> points = new ArrayList<>(FRONT.points());
    points.set(2, points.get(2).withVerified(new Verified(100_480, false, 1234, false)));
    points.set(3, points.get(3).withVerified(new Verified(100_480, false, 0, true)));
    points.set(4, points.get(4).withVerified(new Verified(100_480, false, 0, false)));
    Page page = Page.of(ReportFixture.report(FRONT.withPoints(points)));
    Element first = page.elements("section").get(0);
    assertThat(Page.texts(first, "h2")).containsExactly("Verification failed");
    assertThat(Page.byClass(first, "verdict"))
        .extracting(Element::getTextContent)
        .containsExactly(
            "p2 differs from its reference: 1,234 mismatches in 100,480 vectors.",
            "p4 differs from its reference, as was proven; no vector that was compared shows it.");
  }

  /** Browsers do not decode what stands in a style element; XML parsers do. */
  @Test
  void theStyleMeansTheSameInHtmlAndXml() throws IOException {
    try (InputStream stream = ReportPage.class.getResourceAsStream("report.css")) {
      String style = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(style).doesNotContain("<", ">", "&", "\"");
      assertThat(PAGE.text()).contains(style);
    }
  }

  @Test
  void everyPlotHasEveryPoint() {
    List<Element> plots = PAGE.elements("svg");
    assertThat(plots).hasSize(8 + 2);
    for (Element plot : plots.subList(0, 8)) {
      assertThat(Page.byClass(plot, "mark ours")).hasSameSizeAs(FRONT.points());
      assertThat(Page.byClass(plot, "mark trees")).hasSameSizeAs(FRONT.trees());
      assertThat(Page.byClass(plot, "ring")).hasSize(1);
      assertThat(Page.byClass(plot, "stairs ours")).hasSize(1);
      assertThat(Page.byClass(plot, "stairs trees")).hasSize(1);
      assertThat(Page.byClass(plot, "baseline")).hasSize(1);
      boolean accuracy = plot.getAttribute("aria-label").startsWith("Accuracy");
      assertThat(Page.byClass(plot, "bar ours")).hasSize(accuracy ? FRONT.points().size() : 0);
    }
    // The power of one published circuit is unknown, and no converters were published.
    assertThat(plots.stream().map(plot -> Page.byClass(plot, "mark published").size()))
        .containsExactly(4, 3, 4, 3, 0, 0, 0, 0, 0, 0);
  }

  /** They would press all others together. */
  @Test
  void whatIsBelowAConstantAnswerIsLeftOutOfThatPlot() {
    double constant = 1.0 / FRONT.classNames().size();
    List<FrontPoint> points = new ArrayList<>(FRONT.points());
    points.add(FrontFixture.point("poor", FRONT.majority() - 0.01, constant + 0.01, 0.2));
    points.add(FrontFixture.point("fair", FRONT.majority() + 0.01, constant - 0.01, 0.3));
    Page page = Page.of(ReportFixture.report(FrontFixture.with(FRONT, points, FRONT.trees())));
    assertThat(page.elements("svg"))
        .filteredOn(svg -> svg.getTextContent().contains("poor:"))
        .hasSize(4)
        .allMatch(svg -> !svg.getTextContent().contains("fair:"));
    assertThat(page.elements("svg"))
        .filteredOn(svg -> svg.getTextContent().contains("fair:"))
        .hasSize(4);
  }

  @Test
  void marksStandWhereTheirFiguresAre() {
    Element plot = PAGE.elements("svg").get(0);
    List<Element> marks = Page.byClass(plot, "mark ours");
    for (int i = 1; i < marks.size(); i++) {
      assertThat(Page.number(marks.get(i), "cx"))
          .isGreaterThan(Page.number(marks.get(i - 1), "cx"));
    }
    // The last is the one that is larger and less accurate: further down.
    assertThat(Page.number(marks.get(8), "cy")).isGreaterThan(Page.number(marks.get(7), "cy"));
    assertThat(marks.get(5).getTextContent()).isEqualTo("p5: 0.592 at 0.0662 cm\u00b2");
    assertThat(Page.number(Page.byClass(plot, "ring").get(0), "cx"))
        .isEqualTo(Page.number(marks.get(5), "cx"));
  }

  @Test
  void labelsNeitherOverlapNorLeaveTheirPlot() {
    List<Page> pages = List.of(PAGE, Page.of(ReportFixture.report(crowded())));
    for (Page page : pages) {
      for (Element plot : page.elements("svg")) {
        List<Page.Rectangle> labels =
            Page.byClass(plot, "label").stream().map(Page.Rectangle::ofLabel).toList();
        assertThat(labels).hasSizeGreaterThanOrEqualTo(1);
        for (Page.Rectangle label : labels) {
          assertThat(label.left()).as("%s", label).isGreaterThanOrEqualTo(0);
          assertThat(label.right()).as("%s", label).isLessThanOrEqualTo(400);
          assertThat(labels).filteredOn(label::overlaps).containsExactly(label);
        }
      }
    }
  }

  @Test
  void tablesNameTheRowsOfEachFigure() {
    Element table = PAGE.elements("table").get(4);
    assertThat(Page.texts(table, "caption").get(0)).startsWith("By ascending area");
    assertThat(Page.byClass(table, "group").stream().map(Element::getTextContent))
        .containsExactly(
            "test, 480 rows",
            "validation, 480 rows",
            "training, 480 rows",
            "classifier",
            "converters",
            "together",
            "verified");
    List<Element> lines = Page.under(table, "tr");
    assertThat(lines).hasSize(2 + FRONT.points().size());
    assertThat(Page.cells(lines.get(2 + 5)))
        .containsExactly(
            "p5",
            "0.592",
            "0.548\u20130.636",
            "0.271",
            "0.217\u20130.298",
            "0.244 (0.190\u20130.271)",
            "0.602",
            "0.286",
            "0.632",
            "0.321",
            "0.0662",
            "0.218",
            "22",
            "31.2",
            "11",
            "0.00880",
            "0.507",
            "0.0750",
            "0.726",
            "101,599, all codes",
            "0");
    assertThat(Page.cells(lines.get(2))).endsWith("not made", "not made");
    assertThat(lines.stream().filter(line -> line.getAttribute("class").equals("chosen")))
        .containsExactly(lines.get(2 + 5));
    assertThat(Page.under(PAGE.elements("table").get(5), "tr")).hasSize(2 + FRONT.trees().size());
  }

  @Test
  void untestedFrontsSayValidation() {
    Page page = Page.of(ReportFixture.report(FrontFixture.untested()));
    assertThat(page.elements("svg").get(0).getAttribute("aria-label")).endsWith("validation rows");
    for (Element plot : page.elements("svg")) {
      assertThat(Page.byClass(plot, "mark published")).isEmpty();
    }
    assertThat(page.words())
        .contains("Figures of validation rows.")
        .contains("as accurate as a decision tree on validation rows")
        .contains("test rows, which have not been read yet")
        .doesNotContain("test, 480 rows");
  }

  @Test
  void whatPeopleNamedIsShownAsItIs() {
    String hostile = "</style><script>alert('1')</script> & \"x\" \u0000\ud800";
    Front front =
        new Front(
            hostile,
            hostile,
            List.of(hostile, "b"),
            List.of(hostile),
            FRONT.majority(),
            FRONT.points(),
            FRONT.trees(),
            FRONT.references(),
            FRONT.recommended(),
            1,
            1);
    FrontReport report =
        new FrontReport(front, hostile, hostile, List.of(new ReportSection(hostile, List.of())));
    Page page = Page.of(report);
    assertThat(page.elements("script")).isEmpty();
    assertThat(page.elements("title").get(0).getTextContent())
        .isEqualTo("Printed classifiers: </style><script>alert('1')</script> & \"x\" \ufffd\ufffd");
    assertThat(page.elements("pre").get(0).getTextContent()).contains("alert('1')");
  }

  @Test
  void withoutConvertersNoneAreShown() {
    List<FrontPoint> points = FRONT.points().stream().map(ReportPageTest::unconverted).toList();
    List<FrontPoint> trees = FRONT.trees().stream().map(ReportPageTest::unconverted).toList();
    Page page = Page.of(ReportFixture.report(FrontFixture.with(FRONT, points, trees)));
    assertThat(page.elements("svg")).hasSize(4 + 2);
    assertThat(page.words())
        .contains("No converters are published for egfet_1v0.")
        .contains("Converters altogether")
        .doesNotContain("power with converters");
  }

  @Test
  void whatIsNotCountedAndHowToReproduceAreThere() {
    assertThat(PAGE.words()).contains("ladder").contains("reference").contains("Pads");
    assertThat(PAGE.elements("pre").get(0).getTextContent())
        .isEqualTo("hdlgen explore --target egfet_1v0 --data 'a & b <wine>.csv' --seed 1");
    assertThat(PAGE.words()).contains(FRONT.points().get(3).sha256());
  }

  @Test
  void theBytesAreTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(ReportFixture.report(FRONT).html()).isEqualTo(PAGE.text());
    } finally {
      Locale.setDefault(before);
    }
  }

  private static FrontPoint unconverted(FrontPoint point) {
    PrintedCost cost = point.cost();
    return new FrontPoint(
        point.id(),
        point.network(),
        point.sha256(),
        point.recipe(),
        point.train(),
        point.validation(),
        point.test(),
        new PrintedCost(cost.gates(), cost.areaCm2(), cost.staticPowerMw(), 3, 0, 0, 1));
  }

  private static Front crowded() {
    List<FrontPoint> points = new ArrayList<>();
    List<FrontPoint> trees = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      double area = 0.01 * Math.exp(i / 10.0);
      points.add(FrontFixture.point("q" + i, 0.5 + i / 300.0, 0.2 + i / 500.0, area));
      trees.add(FrontFixture.point("t" + i, 0.5 + i / 320.0, 0.2 + i / 510.0, area));
    }
    return FrontFixture.with(FRONT, points, trees);
  }
}
