package org.countersign.web.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.countersign.kernel.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScreenTextsTest {

    private static final Path PAGES = Path.of("src/main/webapp");

    private static final Path CLASSES = Path.of("src/main/java/org/countersign/web");

    /** {@code text['key']} with nothing put on behind it. */
    private static final Pattern KEY = Pattern.compile("text\\['([^']+)'\\](?!\\.concat)");

    /** {@code text['prefix.'.concat(…)]}. */
    private static final Pattern PREFIX = Pattern.compile("text\\['([^']+)'\\.concat\\(");

    /** {@code cs:text1('key', …)} and {@code cs:text2('key', …)}. */
    private static final Pattern FUNCTION = Pattern.compile("cs:text[12]\\('([^']+)'\\s*([,.])");

    private static final Pattern FROM_JAVA =
            Pattern.compile("(?:success|warning|error|step|ScreenTexts\\.of|\\btext)\\(\\s*(?:reader\\.getLocale\\(\\), |locale, )?\"([a-z][a-z0-9.-]+)\"(?! ?\\+)");

    static Stream<String> bundles() {
        return Stream.concat(ScreenTexts.PARTS.stream().filter(ScreenTextsTest::exists), Stream.of("faces"));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_language_has_the_same_keys(String bundle) {
        Properties english = read(bundle, Locale.ENGLISH);
        assertThat(english).isNotEmpty();
        for (Locale language : Texts.LANGUAGES) {
            assertThat(read(bundle, language).stringPropertyNames())
                    .as(bundle + " in " + language)
                    .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_text_is_a_message_format_with_the_same_arguments_in_every_language(String bundle) {
        Properties english = read(bundle, Locale.ENGLISH);
        for (Locale language : Texts.LANGUAGES) {
            Properties texts = read(bundle, language);
            for (String key : english.stringPropertyNames()) {
                int arguments = new MessageFormat(texts.getProperty(key), language).getFormatsByArgumentIndex().length;
                int expected = new MessageFormat(english.getProperty(key), Locale.ENGLISH).getFormatsByArgumentIndex().length;
                assertThat(arguments).as(bundle + " " + language + " " + key).isEqualTo(expected);
                assertThat(texts.getProperty(key)).as(bundle + " " + language + " " + key).isNotBlank();
            }
        }
    }

    @Test
    void no_key_stands_in_two_bundles() {
        Map<String, String> homes = new TreeMap<>();
        for (String part : ScreenTexts.PARTS) {
            if (exists(part)) {
                for (String key : read(part, Locale.ENGLISH).stringPropertyNames()) {
                    assertThat(homes.put(key, part)).as(key + " of " + part).isNull();
                }
            }
        }
    }

    @Test
    void every_key_that_a_page_names_has_a_text() {
        TreeSet<String> missing = new TreeSet<>();
        for (Path page : files(PAGES, ".xhtml")) {
            String source = source(page);
            for (String key : matches(KEY, source)) {
                if (isMissing(key)) {
                    missing.add(page.getFileName() + ": " + key);
                }
            }
            for (String prefix : matches(PREFIX, source)) {
                if (noneBeginsWith(prefix)) {
                    missing.add(page.getFileName() + ": " + prefix + "*");
                }
            }
            Matcher function = FUNCTION.matcher(source);
            while (function.find()) {
                String key = function.group(1);
                if (function.group(2).equals(".") ? noneBeginsWith(key) : isMissing(key)) {
                    missing.add(page.getFileName() + ": " + key);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_key_that_a_backing_bean_names_has_a_text() {
        TreeSet<String> missing = new TreeSet<>();
        List<String> found = new ArrayList<>();
        for (Path file : files(CLASSES, ".java")) {
            for (String key : matches(FROM_JAVA, source(file))) {
                found.add(key);
                if (isMissing(key)) {
                    missing.add(file.getFileName() + ": " + key);
                }
            }
        }
        assertThat(found).contains("account.saved", "story.started", "page.expired");
        assertThat(missing).isEmpty();
    }

    @Test
    void every_page_of_the_menu_exists_and_has_a_text() {
        for (MainMenu.Section section : MainMenu.all()) {
            assertThat(isMissing("menu." + section.key())).as(section.key()).isFalse();
            for (MainMenu.Page page : section.pages()) {
                assertThat(isMissing("menu." + page.key())).as(page.key()).isFalse();
                assertThat(PAGES.resolve(page.address().substring(1))).isRegularFile();
            }
        }
    }

    @Test
    void a_key_without_a_text_is_marked() {
        assertThat(ScreenTexts.of(Locale.ENGLISH, "no.such.key")).isEqualTo("???no.such.key???");
    }

    private static boolean isMissing(String key) {
        return ScreenTexts.of(Locale.ENGLISH, key).equals("???" + key + "???");
    }

    private static boolean noneBeginsWith(String prefix) {
        Stream<String> own = ScreenTexts.PARTS.stream()
                .filter(ScreenTextsTest::exists)
                .flatMap(part -> read(part, Locale.ENGLISH).stringPropertyNames().stream());
        Stream<String> domain = Texts.AREAS.stream()
                .map(area -> "/org/countersign/" + area + "/messages.properties")
                .filter(name -> Texts.class.getResource(name) != null)
                .flatMap(name -> load(name).stringPropertyNames().stream());
        return Stream.concat(own, domain).noneMatch(key -> key.startsWith(prefix));
    }

    private static boolean exists(String part) {
        return ScreenTexts.class.getResource(name(part, Locale.ENGLISH)) != null;
    }

    private static Properties read(String bundle, Locale language) {
        return load(name(bundle, language));
    }

    private static String name(String bundle, Locale language) {
        String suffix = language.equals(Locale.ENGLISH) ? "" : "_" + language.getLanguage();
        return "/org/countersign/web/texts/" + bundle + suffix + ".properties";
    }

    private static Properties load(String name) {
        try (Reader reader = new InputStreamReader(ScreenTextsTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> matches(Pattern pattern, String source) {
        return pattern.matcher(source).results().map(match -> match.group(1)).toList();
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> found = Files.walk(folder)) {
            List<Path> files = found.filter(path -> path.toString().endsWith(ending)).toList();
            assertThat(files).isNotEmpty();
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String source(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
