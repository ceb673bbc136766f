package org.countersign.intake.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The header fields by which {@link SenderScreening} tells a person's mail from a machine's. Values are decoded and
 * trimmed, without comments; an absent field is empty.
 *
 * @param autoSubmitted Auto-Submitted (RFC 3834), keyword in lower case
 * @param precedence Precedence, lower case
 * @param autoResponseSuppress X-Auto-Response-Suppress, lower case, e.g. {@code oof, autoreply}
 * @param returnPath Return-Path without angle brackets; present and empty for the null path {@code <>}
 * @param listId List-Id
 * @param autoReplyMarker whether a field of old auto-responders is there (X-Autoreply, X-Autorespond, X-Auto-Reply-From …)
 * @param loops values of X-Countersign-Loop, which every mail of ours carries
 * @param foreignLoops values of X-Loop
 * @param reportType report-type parameter of a multipart/report, lower case, e.g. {@code delivery-status}
 * @param hops number of Received fields
 */
public record ScreeningHeaders(
        Optional<String> autoSubmitted,
        Optional<String> precedence,
        Optional<String> autoResponseSuppress,
        Optional<String> returnPath,
        Optional<String> listId,
        boolean autoReplyMarker,
        List<String> loops,
        List<String> foreignLoops,
        Optional<String> reportType,
        int hops) {

    /** The field that every mail of ours carries; its value names the installation. */
    public static final String LOOP_FIELD = "X-Countersign-Loop";

    /** The fields of a plain mail that says nothing about itself. */
    public static final ScreeningHeaders NONE = new ScreeningHeaders(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            List.of(),
            List.of(),
            Optional.empty(),
            0);

    public ScreeningHeaders {
        Objects.requireNonNull(autoSubmitted);
        Objects.requireNonNull(precedence);
        Objects.requireNonNull(autoResponseSuppress);
        Objects.requireNonNull(returnPath);
        Objects.requireNonNull(listId);
        Objects.requireNonNull(reportType);
        loops = List.copyOf(loops);
        foreignLoops = List.copyOf(foreignLoops);
    }

    /** Whether the message says that no person sent it (RFC 3834: any Auto-Submitted other than {@code no}). */
    public boolean declaredAutomatic() {
        return autoSubmitted.filter(value -> !value.equals("no")).isPresent();
    }
}
