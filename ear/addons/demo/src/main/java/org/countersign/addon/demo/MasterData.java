package org.countersign.addon.demo;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countersign.addon.demo.mail.DemoMail;
import org.countersign.customer.model.TeamRole;
import org.countersign.customer.model.UnprovenMail;
import org.countersign.customer.service.ContractSettings;
import org.countersign.customer.service.NamedMember;
import org.countersign.customer.service.NewContact;
import org.countersign.customer.service.NewContract;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.identity.service.NewStaffAccount;
import org.countersign.intake.model.ImapAccount;
import org.countersign.intake.model.MailboxSecurity;
import org.countersign.intake.service.NewMailbox;

/**
 * Who takes part in the demo: the files {@code calendars}, {@code organisations}, {@code contracts},
 * {@code accounts}, {@code skills} and {@code mailboxes}.
 *
 * @param calendars by code, in the form of the API
 */
record MasterData(
        Map<String, Map<String, Object>> calendars, List<Customer> customers, List<Agreement> agreements, List<Login> logins,
        List<NewMailbox> mailboxes, DemoSkills skills) {

    record Customer(String code, String name, List<NewContact> contacts) {}

    /** A contract and the people it names. */
    record Agreement(NewContract contract, List<Member> members, List<Recipient> recipients, List<NamedMember> team) {}

    record Member(String email, boolean fixed, boolean mayAccept) {}

    record Recipient(String name, String email, String language) {}

    /**
     * An account: either of staff, or of the contact with that mail address.
     *
     * @param staff {@code null} for a contact
     * @param contact {@code null} for staff
     */
    record Login(String name, NewStaffAccount staff, String contact) {}

    /**
     * Reads the files.
     *
     * @param firstStart the day to which the contracts' beginnings are relative
     */
    static MasterData read(LocalDate firstStart) {
        return new MasterData(
                calendars(DemoFile.read("calendars.json").asJsonObject()),
                objects(DemoFile.read("organisations.json").asJsonArray()).stream().map(MasterData::customer).toList(),
                objects(DemoFile.read("contracts.json").asJsonArray()).stream().map(c -> agreement(c, firstStart)).toList(),
                objects(DemoFile.read("accounts.json").asJsonArray()).stream().map(MasterData::login).toList(),
                objects(DemoFile.read("mailboxes.json").asJsonArray()).stream().map(MasterData::mailbox).toList(),
                DemoSkills.read(firstStart));
    }

    private static Map<String, Map<String, Object>> calendars(JsonObject file) {
        Map<String, Map<String, Object>> calendars = new LinkedHashMap<>();
        file.keySet().forEach(code -> calendars.put(code, map(file.getJsonObject(code))));
        return calendars;
    }

    private static Customer customer(JsonObject json) {
        String code = json.getString("code");
        List<NewContact> contacts = objects(json.getJsonArray("contacts")).stream()
                .map(c -> new NewContact(
                        code, c.getString("name"), c.getString("email"), c.getString("phone", null), c.getString("language"),
                        c.getString("zone")))
                .toList();
        return new Customer(code, json.getString("name"), contacts);
    }

    private static Agreement agreement(JsonObject json, LocalDate firstStart) {
        NewContract contract = new NewContract(
                json.getString("code"),
                json.getString("organisation"),
                firstStart.minus(Period.parse(json.getString("validFor"))).withDayOfMonth(1),
                new ContractSettings(
                        json.getString("name"),
                        json.getBoolean("fixedContactsOnly"),
                        UnprovenMail.valueOf(json.getString("unprovenMail")),
                        json.getString("inspectionLevel"),
                        json.getString("aql")),
                json.getString("agreedBy"),
                DemoFile.text(json.getString("agreement")));
        return new Agreement(
                contract,
                objects(json.getJsonArray("contacts")).stream()
                        .map(c -> new Member(c.getString("email"), c.getBoolean("fixed"), c.getBoolean("mayAccept")))
                        .toList(),
                objects(json.getJsonArray("stakeholders")).stream()
                        .map(s -> new Recipient(s.getString("name"), s.getString("email"), s.getString("language")))
                        .toList(),
                objects(json.getJsonArray("team")).stream()
                        .map(m -> new NamedMember(TeamRole.valueOf(m.getString("role")), m.getString("account"), m.getString("phone", null)))
                        .toList());
    }

    private static Login login(JsonObject json) {
        String name = json.getString("name");
        if (json.containsKey("contact")) {
            return new Login(name, null, json.getString("contact"));
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        json.getJsonArray("roles").getValuesAs(JsonString.class).forEach(role -> roles.add(Role.valueOf(role.getString())));
        String level = json.getString("level", null);
        return new Login(
                name,
                new NewStaffAccount(
                        name,
                        json.getString("displayName"),
                        json.getString("email"),
                        level == null ? null : SupportLevel.valueOf(level),
                        roles,
                        null,
                        json.getString("language"),
                        json.getString("zone")),
                null);
    }

    private static NewMailbox mailbox(JsonObject json) {
        String address = json.getString("address");
        return new NewMailbox(
                address,
                json.getString("contract"),
                json.getString("displayName"),
                json.getString("authservId"),
                new ImapAccount("127.0.0.1", DemoMail.imapPort(), MailboxSecurity.PLAIN, address, DemoMail.PASSWORD_SETTING, "INBOX"));
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.getValuesAs(JsonObject.class);
    }

    private static Map<String, Object> map(JsonObject object) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.forEach((name, value) -> map.put(name, plain(value)));
        return map;
    }

    private static Object plain(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        if (value instanceof JsonArray array) {
            List<Object> list = new ArrayList<>();
            array.forEach(member -> list.add(plain(member)));
            return list;
        }
        return map(value.asJsonObject());
    }
}
