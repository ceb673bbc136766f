package org.countersign.addon.demo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private static Page page(String... languages) {
        return new Page(Collections.enumeration(Arrays.stream(languages).map(Locale::forLanguageTag).toList()));
    }

    @Test
    void what_a_mail_says_never_becomes_markup() {
        String html = page("en")
                .add("<p title=\"{}\">{}</p>", "\"><script>alert(1)</script>", "<img src=x onerror='x'>{}")
                .mailText("<b>no</b> http://localhost:8080/a?b=c&d=\"<script>")
                .document("<title>");
        assertThat(html).doesNotContain("<script").doesNotContain("<img").doesNotContain("<b>").contains("&lt;title&gt;");
    }

    @Test
    void only_addresses_of_this_installation_can_be_clicked() {
        String html = page("en").mailText("http://localhost:8080/portal and http://evil.example/ and javascript:alert(1)").document("t");
        assertThat(html).contains("<a href=\"http://localhost:8080/portal\">").doesNotContain("href=\"http://evil").doesNotContain("href=\"javascript");
    }

    @Test
    void the_page_speaks_the_first_language_that_it_knows() {
        assertThat(page("de", "nl-BE", "en").document("t")).contains("<html lang=\"nl\">").contains("verlaat deze computer");
        assertThat(page("de").document("t")).contains("<html lang=\"en\">");
        assertThat(page("hu").text("count", 3)).isEqualTo("3 levél");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hu", "nl", "pt"})
    void every_text_is_translated(String language) {
        ResourceBundle english = Page.texts("en");
        ResourceBundle translated = Page.texts(language);
        assertThat(translated.keySet()).isEqualTo(english.keySet());
        for (String key : english.keySet()) {
            assertThat(translated.getString(key)).as(key).isNotEqualTo(english.getString(key));
            assertThat(new MessageFormat(translated.getString(key)).getFormatsByArgumentIndex())
                    .as(key)
                    .hasSameSizeAs(new MessageFormat(english.getString(key)).getFormatsByArgumentIndex());
        }
    }
}
