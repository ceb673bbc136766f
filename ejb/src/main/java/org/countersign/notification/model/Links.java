package org.countersign.notification.model;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.countersign.kernel.InstallationName;
import org.countersign.kernel.Settings;

/** Addresses of pages, as mails give them: from the configured base address, never from a request (F11). */
public final class Links {

    private Links() {}

    /** The ticket's page for customers. */
    public static String portalTicket(String number) {
        return page("/portal/ticket/ticket.xhtml?number=", number);
    }

    /** The ticket's page for staff. */
    public static String deskTicket(String number) {
        return page("/desk/ticket/ticket.xhtml?number=", number);
    }

    /** The page of a rota. */
    public static String rota(String code) {
        return page("/desk/rota/rota.xhtml?rota=", code);
    }

    /** The page on which the managers see what somebody of the staff can do. */
    public static String staffSkills(String account) {
        return page("/desk/skills/person.xhtml?account=", account);
    }

    /** The reader's own account. */
    public static String ownAccount() {
        return page("/account/account.xhtml", "");
    }

    /** The secret address under which calendar programs read a person's duties. */
    public static String dutyCalendar(String secret) {
        return page("/calendar/", secret + ".ics");
    }

    /** The timesheet's page for customers. */
    public static String timesheet(long id) {
        return page("/portal/work/timesheet.xhtml?id=", String.valueOf(id));
    }

    /** The page of a month's service credits for customers. */
    public static String credits(String contract, String month) {
        return page("/portal/penalty/credits.xhtml?contract=", contract) + "&month=" + URLEncoder.encode(month, StandardCharsets.UTF_8);
    }

    /** The page of one service credit for customers. */
    public static String portalCredit(long id) {
        return page("/portal/penalty/credit.xhtml?id=", String.valueOf(id));
    }

    /** The page of one service credit for staff. */
    public static String deskCredit(long id) {
        return page("/desk/penalty/credit.xhtml?id=", String.valueOf(id));
    }

    /** The list of reports for customers. */
    public static String reports() {
        return page("/portal/report/reports.xhtml", "");
    }

    /**
     * The name of this installation among others, by which it knows its own mail again: {@code countersign.mail.installation}, or host and
     * port of the base address.
     */
    public static String installation() {
        return InstallationName.configured();
    }

    private static String page(String path, String parameter) {
        return base() + path + URLEncoder.encode(parameter, StandardCharsets.UTF_8);
    }

    private static String base() {
        String url = Settings.text("countersign.url", "http://localhost:8080");
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
