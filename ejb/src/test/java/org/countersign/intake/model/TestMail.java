package org.countersign.intake.model;

import java.util.List;
import java.util.Optional;

/** Builds mails for the rules that look at one. */
final class TestMail {

    private Optional<MailAddress> from = Optional.of(new MailAddress("anna@customer-b.example", "Anna"));
    private boolean severalAuthors;
    private List<MailAddress> to = List.of(new MailAddress("support@desk-b.example", ""));
    private List<MailAddress> deliveredTo = List.of();
    private String subject = "";
    private List<String> references = List.of();
    private List<String> authenticationResults = List.of();
    private ScreeningHeaders screening = ScreeningHeaders.NONE;

    TestMail from(String address) {
        from = Optional.ofNullable(address).map(text -> new MailAddress(text, ""));
        return this;
    }

    TestMail severalAuthors() {
        severalAuthors = true;
        return this;
    }

    TestMail to(String address) {
        to = List.of(new MailAddress(address, ""));
        return this;
    }

    TestMail deliveredTo(String address) {
        deliveredTo = List.of(new MailAddress(address, ""));
        return this;
    }

    TestMail subject(String text) {
        subject = text;
        return this;
    }

    TestMail references(String... ids) {
        references = List.of(ids);
        return this;
    }

    TestMail authenticationResults(String... fields) {
        authenticationResults = List.of(fields);
        return this;
    }

    TestMail screening(ScreeningHeaders headers) {
        screening = headers;
        return this;
    }

    IncomingMail build() {
        return new IncomingMail(
                DedupeKey.ofBytes(new byte[0]),
                Optional.empty(),
                Optional.empty(),
                from,
                severalAuthors,
                List.of(),
                to,
                List.of(),
                deliveredTo,
                subject,
                "text",
                "text",
                Optional.empty(),
                List.of(),
                references,
                authenticationResults,
                screening);
    }
}
