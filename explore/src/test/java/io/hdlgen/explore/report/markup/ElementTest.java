package io.hdlgen.explore.report.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ElementTest {
  @Test
  void textAndAttributesAreEscaped() {
    assertThat(Element.of("p", "a < b & c > \"d\"").with("title", "\"<&>'"))
        .hasToString("<p title=\"&quot;&lt;&amp;&gt;'\">a &lt; b &amp; c &gt; &quot;d&quot;</p>");
  }

  @Test
  void charactersThatXmlCannotHoldAreReplaced() {
    assertThat(Text.escaped("a\u0000b\u001bc\ud800d\uffffe\u0085f"))
        .isEqualTo("a?b?c?d?e?f".replace('?', '\ufffd'));
    assertThat(Text.escaped("tab\tline\n\ud83d\ude00 \u00b2"))
        .isEqualTo("tab\tline\n\ud83d\ude00 \u00b2");
  }

  @Test
  void onlyElementsThatMayAreClosedAtOnce() {
    assertThat(Element.of("br")).hasToString("<br/>");
    assertThat(Element.of("td")).hasToString("<td></td>");
    assertThat(Element.of("circle", Element.of("title", "x")))
        .hasToString("<circle><title>x</title></circle>");
  }

  @Test
  void noSpaceIsAddedBesideTextOrInCode() {
    assertThat(Element.of("pre", Element.of("code", "x"))).hasToString("<pre><code>x</code></pre>");
    assertThat(Element.of("tr", Element.of("td"), Element.of("td")))
        .hasToString("<tr>\n<td></td>\n<td></td>\n</tr>");
    assertThat(Element.of("p", new Text("a"), Element.of("b", "c"), new Text("d")))
        .hasToString("<p>a<b>c</b>d</p>");
  }

  @Test
  void elementsDoNotChange() {
    Element plain = Element.of("p", "x");
    plain.with("class", "a").plus(new Text("y"));
    assertThat(plain).hasToString("<p>x</p>");
  }
}
