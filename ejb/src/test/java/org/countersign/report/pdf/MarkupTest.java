package org.countersign.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class MarkupTest {

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert('x')</script>", "a & b &amp; c", "\"quoted\" 'single'", "]]>", "<!-- -->",
            "${x} #{y}", "őűãç \uD83D\uDE00", "line\nbreak\ttab\rreturn"})
    void text_and_attribute_values_come_out_of_a_parser_as_they_went_in(String text) throws Exception {
        Element parsed = parse(Markup.element("p").attribute("title", text).text(text).toString());

        assertThat(parsed.getTextContent()).isEqualTo(text);
        assertThat(parsed.getAttribute("title")).isEqualTo(text);
        assertThat(parsed.getElementsByTagName("*").getLength()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0007", "\u0085", "\uD800", "\uDC00", "\uFFFE", "\uFDD0", "\u202E", "\u2066"})
    void what_xml_cannot_carry_and_what_turns_the_direction_is_replaced(String character) throws Exception {
        assertThat(parse(Markup.element("p", "a" + character + "b").toString()).getTextContent()).isEqualTo("a\uFFFDb");
    }

    @Test
    void a_byte_order_mark_inside_text_is_dropped() {
        assertThat(Markup.element("p", "a\uFEFFb")).hasToString("<p>ab</p>");
    }

    @Test
    void elements_and_text_keep_their_order() {
        Markup list = Markup.element("ul").add(List.of(Markup.element("li", "1"), Markup.element("li", "2")))
                .text("&").add(Markup.element("li"));

        assertThat(list).hasToString("<ul><li>1</li><li>2</li>&amp;<li></li></ul>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p onclick=", "P", "p>", "1p", "a--b"})
    void a_name_that_is_not_a_plain_name_is_refused(String name) {
        assertThatThrownBy(() -> Markup.element(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Markup.element("p").attribute(name, "")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Element parse(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml))).getDocumentElement();
    }
}
