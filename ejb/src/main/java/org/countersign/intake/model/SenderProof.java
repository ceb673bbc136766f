package org.countersign.intake.model;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.countersign.intake.model.AuthenticationResults.Result;
import org.countersign.intake.model.Ground.Kind;

/**
 * Decides whether our own mail server vouches for the author's domain (RFC 8601, RFC 7489). It believes the topmost
 * Authentication-Results field that bears the configured authserv-id, and only that one: fields are prepended, so any other of
 * that name may have come with the message.
 *
 * <p>The mail server must remove fields of its own id from what arrives (RFC 8601, 5) and add one to every message.
 */
public final class SenderProof {

    private final String authservId;

    /** What the mail server says about the author. */
    public enum Verdict {
        /** The author's domain sent it. */
        PROVEN,
        /** Nothing, or not enough, or the contrary is known. */
        UNPROVEN
    }

    /**
     * A verdict and its ground.
     *
     * @param verdict the verdict
     * @param because its ground, e.g. {@code dkim=pass customer.example}
     */
    public record Proof(Verdict verdict, Ground because) {

        public boolean proven() {
            return verdict == Verdict.PROVEN;
        }
    }

    /** @param authservId the name under which the receiving mail server writes its results */
    public SenderProof(String authservId) {
        this.authservId = Objects.requireNonNull(authservId).toLowerCase(Locale.ROOT);
    }

    /**
     * Judges the author of a mail. {@code dmarc=pass} for the author's domain proves; {@code dmarc=fail} never does; else DKIM
     * or SPF must have passed for that domain itself or for a parent of it. A child domain does not speak for its parent
     * here, since without the public suffix list {@code anybody.hoster.example} could speak for {@code hoster.example}.
     */
    public Proof judge(IncomingMail mail) {
        if (mail.from().isEmpty() || mail.severalAuthors()) {
            return unproven(Ground.of(Kind.NO_SINGLE_AUTHOR));
        }
        Optional<String> ours =
                mail.authenticationResults().stream().filter(this::isOurs).findFirst();
        if (ours.isEmpty()) {
            return unproven(Ground.of(Kind.NO_RESULTS, authservId));
        }
        return AuthenticationResults.parse(ours.get())
                .map(results -> judge(results, mail.from().orElseThrow().domain()))
                .orElseGet(() -> unproven(Ground.of(Kind.RESULTS_UNREADABLE, authservId)));
    }

    /** A sender may know how to make our server write a field that cannot be read; the one below must not take its place. */
    private boolean isOurs(String field) {
        return AuthenticationResults.parse(field)
                .map(results -> results.authservId().equals(authservId))
                .orElseGet(() -> field.toLowerCase(Locale.ROOT).contains(authservId));
    }

    private static Proof judge(AuthenticationResults results, String author) {
        for (Result result : results.results()) {
            if (result.method().equals("dmarc")) {
                String domain = domain(result.properties(), "header.from", author);
                if (result.value().equals("fail") || result.value().equals("pass") && !domain.equals(author)) {
                    return unproven(Ground.of(Kind.CHECK_CONTRADICTS, "dmarc=" + result.value() + " header.from=" + domain));
                }
            }
        }
        for (Result result : results.results()) {
            Optional<String> speaker = speaker(result);
            if (result.passed("dmarc")) {
                return new Proof(Verdict.PROVEN, Ground.of(Kind.CHECK_PASSED, "dmarc=pass"));
            }
            if (speaker.filter(domain -> speaksFor(domain, author)).isPresent()) {
                return new Proof(Verdict.PROVEN, Ground.of(Kind.CHECK_PASSED, result.method() + "=pass " + speaker.get()));
            }
        }
        return unproven(Ground.of(Kind.NO_CHECK_PASSED, author));
    }

    /** The domain for which DKIM or SPF passed. */
    private static Optional<String> speaker(Result result) {
        String domain = "";
        if (result.passed("dkim")) {
            domain = domain(result.properties(), "header.d", domain(result.properties(), "header.i", ""));
        } else if (result.passed("spf")) {
            domain = domain(result.properties(), "smtp.mailfrom", "");
        }
        return domain.isEmpty() ? Optional.empty() : Optional.of(domain);
    }

    private static String domain(Map<String, String> properties, String name, String absent) {
        String value = properties.getOrDefault(name, absent);
        return value.substring(value.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean speaksFor(String speaker, String author) {
        return speaker.equals(author) || speaker.indexOf('.') > 0 && author.endsWith("." + speaker);
    }

    private static Proof unproven(Ground because) {
        return new Proof(Verdict.UNPROVEN, because);
    }
}
