package io.hdlgen.explore.report;

import io.hdlgen.explore.front.Front;
import io.hdlgen.explore.report.block.Code;
import io.hdlgen.explore.report.block.Prose;
import io.hdlgen.explore.report.markup.Element;
import io.hdlgen.explore.report.markup.NumberText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts a page together. */
final class ReportPage {
  private final FrontReport report;
  private final Front front;

  ReportPage(FrontReport report) {
    this.report = report;
    this.front = report.front();
  }

  String html() {
    Element page =
        Element.of("html", head(), Element.of("body", Element.of("main", body())))
            .with("xmlns", "http://www.w3.org/1999/xhtml")
            .with("lang", "en");
    return "<!DOCTYPE html>\n" + page + "\n";
  }

  private Element head() {
    return Element.of(
        "head",
        Element.of("meta").with("charset", "UTF-8"),
        Element.of("meta")
            .with("name", "viewport")
            .with("content", "width=device-width, initial-scale=1"),
        Element.of("meta").with("name", "generator").with("content", report.tool()),
        Element.of("title", title()),
        Element.of("style", style()));
  }

  private String title() {
    return "Printed classifiers: " + front.name();
  }

  private List<Element> body() {
    List<Element> elements = new ArrayList<>();
    elements.add(
        Element.of(
            "header", Element.of("h1", title()), Element.of("p", summary()).with("class", "note")));
    sections().forEach(section -> elements.add(section.html()));
    return elements;
  }

  private String summary() {
    return "%s classes of %s features, for %s. %s %s tried, %s circuits kept, %s s."
        .formatted(
            NumberText.count(front.classNames().size()),
            NumberText.count(front.featureNames().size()),
            front.target(),
            NumberText.count(front.evaluated()),
            report.origin().tried(),
            NumberText.count(front.points().size()),
            String.format(Locale.ROOT, "%,.0f", front.seconds()));
  }

  private List<ReportSection> sections() {
    PointTables tables = new PointTables(front, report.origin());
    List<ReportSection> sections = new ArrayList<>();
    sections.addAll(Differences.sections(front));
    sections.add(new Recommendation(front).section());
    if (report.given().isPresent()) {
      sections.add(new GivenVerdict(front, report.given().get()).section());
    } else {
      sections.add(new TreeVerdict(front).section());
      sections.add(new PublishedVerdict(front).section());
    }
    sections.addAll(new FrontPlots(front, report.given()).sections());
    sections.addAll(report.sections());
    sections.addAll(tables.sections());
    sections.add(Exclusions.section(front));
    sections.add(
        new ReportSection(
            "How to reproduce",
            List.of(
                new Prose(report.tool() + " made this page and everything beside it:"),
                new Code(report.command()))));
    sections.add(tables.files());
    return sections;
  }

  private static String style() {
    try (InputStream stream = ReportPage.class.getResourceAsStream("report.css")) {
      return "\n" + new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
