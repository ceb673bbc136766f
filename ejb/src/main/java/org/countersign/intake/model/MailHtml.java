package org.countersign.intake.model;

/** Makes the HTML of a mail fit to show. */
public interface MailHtml {

    /**
     * What may be shown.
     *
     * @param html a fragment, to be put into an element as it is
     * @param blockedImages how many images of other servers are left out
     */
    record Shown(String html, int blockedImages) {}

    /** @param remoteImages whether the reader has asked for images from other servers */
    Shown clean(String html, boolean remoteImages);
}
