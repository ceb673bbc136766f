package org.countersign.addon.demo.mail;

import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where somebody who tries the demo reads the mail of the customers' people, and writes mail as one of them. */
@WebServlet({"/inbox", "/write", ""})
public class MailPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(MailPage.class.getName());
    private static final int SUBJECT = 250;
    private static final int TEXT = 100_000;
    private static final ZoneId ZONE = ZoneId.of("Europe/Budapest");

    @Inject
    private transient DemoMail mail;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Page page = new Page(request.getLocales());
        switch (request.getServletPath()) {
            case "/inbox" -> inbox(page, request, response);
            case "/write" -> write(page, response, Draft.of(request), List.of());
            default -> overview(page, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding("UTF-8");
        Page page = new Page(request.getLocales());
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        Draft draft = Draft.of(request);
        List<String> problems = draft.problems(mail);
        if (!problems.isEmpty()) {
            response.setStatus(422);
            write(page, response, draft, problems);
            return;
        }
        try {
            new WrittenMail(
                            draft.from, mail.people().get(draft.from), draft.to, draft.subject, draft.text, draft.inReplyTo, draft.forged)
                    .send();
        } catch (MessagingException e) {
            LOG.log(Level.WARNING, "The mail could not be sent", e);
            response.setStatus(HttpServletResponse.SC_BAD_GATEWAY);
            write(page, response, draft, List.of("not-sent"));
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "inbox?of=" + url(draft.from) + "&sent=" + url(draft.to));
    }

    private void overview(Page page, HttpServletResponse response) throws IOException {
        page.add("<h1>{}</h1><p>{}</p><ul class=\"boxes\">", page.text("overview"), page.text("explanation"));
        mail.people().forEach((address, name) -> page.add(
                "<li><a href=\"inbox?of={}\"><strong>{}</strong><span>{}</span><span>{}</span></a></li>",
                url(address), name, address, page.text("count", mail.inbox(address).size())));
        page.add("</ul><p><a class=\"button\" href=\"write\">{}</a></p>", page.text("write"));
        answer(response, page.document(page.text("overview")));
    }

    private void inbox(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String address = parameter(request, "of");
        String name = mail.people().get(address);
        if (name == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        List<ShownMail> mails = mail.inbox(address);
        Optional<ShownMail> open =
                mails.stream().filter(m -> String.valueOf(m.uid()).equals(request.getParameter("mail"))).findFirst();
        String title = page.text("inbox-of", name);
        page.add("<h1>{}</h1>", title);
        if (request.getParameter("sent") != null) {
            page.add("<p class=\"done\" role=\"status\">{}</p>", page.text("sent", parameter(request, "sent")));
        }
        page.add("<p><a class=\"button\" href=\"write?from={}\">{}</a></p>", url(address), page.text("write-as", name));
        DateTimeFormatter date = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(page.locale())
                .withZone(ZONE);
        open.ifPresent(opened -> show(page, address, opened, date));
        if (mails.isEmpty()) {
            page.add("<p>{}</p>", page.text("empty"));
        } else {
            page.add("<ol class=\"mails\">");
            mails.forEach(m -> page.add(
                    "<li><a href=\"inbox?of={}&amp;mail={}\"{}",
                    url(address), m.uid(), "").add(open.filter(o -> o.uid() == m.uid()).isPresent() ? " aria-current=\"true\">" : ">")
                    .add("<strong>{}</strong><span>{}</span><time datetime=\"{}\">{}</time></a></li>",
                            m.subject(), m.from(), m.date(), date.format(m.date())));
            page.add("</ol>");
        }
        answer(response, page.document(title));
    }

    private void show(Page page, String address, ShownMail opened, DateTimeFormatter date) {
        page.add("<article><h2>{}</h2><dl><dt>{}</dt><dd>{}</dd><dt>{}</dt><dd>{}</dd></dl>",
                opened.subject(), page.text("from"), opened.from(), page.text("date"), date.format(opened.date()));
        page.mailText(opened.text());
        if (!opened.files().isEmpty()) {
            page.add("<p>{}</p>", page.text("files", String.join(", ", opened.files())));
        }
        String subject = opened.subject().regionMatches(true, 0, "Re:", 0, 3) ? opened.subject() : "Re: " + opened.subject();
        page.add("<p><a class=\"button\" href=\"write?from={}&amp;to={}&amp;subject={}&amp;in-reply-to={}\">{}</a></p></article>",
                url(address), url(opened.replyTo()), url(subject), url(opened.messageId() == null ? "" : opened.messageId()), page.text("reply"));
    }

    private void write(Page page, HttpServletResponse response, Draft draft, List<String> problems) throws IOException {
        page.add("<h1>{}</h1>", page.text("write"));
        if (!problems.isEmpty()) {
            page.add("<div class=\"problem\" role=\"alert\"><ul>");
            problems.forEach(problem -> page.add("<li>{}</li>", page.text("problem." + problem)));
            page.add("</ul></div>");
        }
        page.add("<form method=\"post\" action=\"write\"><label for=\"from\">{}</label><select id=\"from\" name=\"from\">", page.text("from"));
        mail.people().forEach((address, name) -> page.add("<option value=\"{}\"", address)
                .add(address.equals(draft.from) ? " selected>" : ">")
                .add("{} ({})</option>", name, address));
        page.add("</select><label for=\"to\">{}</label>", page.text("to"));
        recipient(page, draft);
        page.add("<label for=\"subject\">{}</label><input id=\"subject\" name=\"subject\" required maxlength=\"250\" value=\"{}\">",
                page.text("subject"), draft.subject);
        page.add("<label for=\"text\">{}</label><textarea id=\"text\" name=\"text\" rows=\"10\" required>{}</textarea>",
                page.text("text"), draft.text);
        page.add("<input type=\"hidden\" name=\"in-reply-to\" value=\"{}\">", draft.inReplyTo);
        page.add("<div class=\"choice\"><input type=\"checkbox\" id=\"forged\" name=\"forged\" value=\"yes\" aria-describedby=\"forged-help\"")
                .add(draft.forged ? " checked>" : ">")
                .add("<label for=\"forged\">{}</label></div><p class=\"help\" id=\"forged-help\">{}</p>",
                        page.text("forged"), page.text("forged-help"));
        page.add("<p><button type=\"submit\">{}</button></p></form>", page.text("send"));
        answer(response, page.document(page.text("write")));
    }

    /** One of the desk's mailboxes; or, in an answer, the address that the desk wants it at. */
    private void recipient(Page page, Draft draft) {
        if (!draft.to.isEmpty() && !mail.desks().contains(draft.to)) {
            page.add("<input id=\"to\" name=\"to\" type=\"email\" required value=\"{}\">", draft.to);
            return;
        }
        String chosen = draft.to.isEmpty() ? mail.deskOf(draft.from) : draft.to;
        page.add("<select id=\"to\" name=\"to\">");
        mail.desks().forEach(desk -> page.add("<option value=\"{}\"", desk).add(desk.equals(chosen) ? " selected>" : ">").add("{}</option>", desk));
        page.add("</select>");
    }

    private static void answer(HttpServletResponse response, String html) throws IOException {
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Security-Policy",
                "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(html);
    }

    private static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    private static String url(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** What the form holds. */
    private record Draft(String from, String to, String subject, String text, String inReplyTo, boolean forged) {

        static Draft of(HttpServletRequest request) {
            return new Draft(
                    parameter(request, "from"),
                    parameter(request, "to"),
                    parameter(request, "subject"),
                    parameter(request, "text"),
                    parameter(request, "in-reply-to"),
                    "yes".equals(request.getParameter("forged")));
        }

        List<String> problems(DemoMail mail) {
            List<String> problems = new java.util.ArrayList<>();
            if (!mail.people().containsKey(from)) {
                problems.add("from");
            }
            if (!mail.desks().contains(DemoDelivery.withoutDetail(to))) {
                problems.add("to");
            }
            if (subject.isEmpty() || subject.length() > SUBJECT || subject.chars().anyMatch(Character::isISOControl)) {
                problems.add("subject");
            }
            if (text.isEmpty() || text.length() > TEXT) {
                problems.add("text");
            }
            if (inReplyTo.length() > 998 || inReplyTo.chars().anyMatch(Character::isISOControl)) {
                problems.add("in-reply-to");
            }
            return problems;
        }
    }
}
