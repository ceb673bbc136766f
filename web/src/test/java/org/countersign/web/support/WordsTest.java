package org.countersign.web.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.countersign.kernel.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One word for one thing, in every language, as the glossary has it. */
class WordsTest {

    /** Where the English text has the first word, each language has its own. */
    static List<Arguments> things() {
        return List.of(
                thing("tickets?", "jegy", "ticket", "ticket"),
                thing("timesheets?", "kimutatás", "urensta(at|ten)", "folha"),
                thing("visits?", "kiszállás", "bezoek", "visita"),
                thing("lots?", "tétel", "partij", "lote"),
                thing("samples?", "mint[aá]", "steekproe[fv]", "amostra"),
                thing("reviews?", "felülvizsgál", "beoorde", "avalia"),
                thing("travel", "utaz", "rei[sz]", "desloca"),
                thing("mailbox", "postafiók", "postvak", "caixa de correio"),
                thing("audit trail", "auditnapló", "audittrail", "pista de auditoria"),
                thing("vendors?", "szállító", "leverancier", "fornecedor"),
                thing("duplicate", "ismétlőd", "duplicaat", "duplicad"));
    }

    /** Names that had meant the same as another one, and what is not how we speak to people. */
    static List<Arguments> strangers() {
        return List.of(
                Arguments.of("hu", "látogatás|megerősít|könyvel|elszámolás\\b|naplózás|gyártó|kötbér"),
                Arguments.of("hu", "\\b(add meg|válassz|állítsd|könyveltél|tervezed|mutasd)\\b"),
                Arguments.of("nl", "aanvaard(?!bare)|verwerp|postbus|vastgehouden|controlespoor|dubbel van|\\bweekstaten|fabrikant|\\bboetes?\\b"),
                Arguments.of("pt", "viagem|serviço de apoio|centro de (suporte|assistência)|equipa de suporte|objetivo|língua|fabricante|penaliza"));
    }

    @ParameterizedTest
    @MethodSource("things")
    void a_thing_has_its_one_name(String english, Map<String, String> names) {
        TreeSet<String> other = new TreeSet<>();
        int found = 0;
        for (String bundle : bundles()) {
            Properties texts = read(bundle, "");
            for (String key : texts.stringPropertyNames()) {
                if (pattern("\\b" + english + "\\b").matcher(texts.getProperty(key)).find()) {
                    found++;
                    names.forEach((language, name) -> {
                        String text = read(bundle, "_" + language).getProperty(key);
                        if (!pattern(name).matcher(text).find()) {
                            other.add(bundle + "_" + language + " " + key + ": " + text);
                        }
                    });
                }
            }
        }
        assertThat(found).isPositive();
        assertThat(other).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void no_second_name_comes_back(String language, String words) {
        TreeSet<String> second = new TreeSet<>();
        List<String> bundles = bundles();
        bundles.add("/org/countersign/notification/mails");
        for (String bundle : bundles) {
            Properties texts = read(bundle, "_" + language);
            for (String key : texts.stringPropertyNames()) {
                if (pattern(words).matcher(texts.getProperty(key)).find()) {
                    second.add(bundle + " " + key + ": " + texts.getProperty(key));
                }
            }
        }
        assertThat(second).isEmpty();
    }

    private static Arguments thing(String english, String hungarian, String dutch, String portuguese) {
        return Arguments.of(english, Map.of("hu", hungarian, "nl", dutch, "pt", portuguese));
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    private static List<String> bundles() {
        List<String> bundles = new ArrayList<>();
        Texts.AREAS.forEach(area -> bundles.add("/org/countersign/" + area + "/messages"));
        ScreenTexts.PARTS.forEach(part -> bundles.add("/org/countersign/web/texts/" + part));
        bundles.add("/org/countersign/report/ServiceReport");
        return bundles;
    }

    private static Properties read(String bundle, String language) {
        try (Reader reader = new InputStreamReader(
                WordsTest.class.getResourceAsStream(bundle + language + ".properties"), StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
