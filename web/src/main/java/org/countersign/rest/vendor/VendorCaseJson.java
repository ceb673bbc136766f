package org.countersign.rest.vendor;

import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.countersign.notification.model.OutboxState;
import org.countersign.notification.model.VendorMailKey;
import org.countersign.notification.service.VendorMail;
import org.countersign.rest.support.JsonTree;
import org.countersign.vendor.model.VendorCaseAction;
import org.countersign.vendor.service.VendorCaseRow;
import org.countersign.vendor.service.VendorCaseView;

/** The representation of a vendor case in the API: its view, with people by account name, steps by their verbs, and what became of mails. */
final class VendorCaseJson {

    private VendorCaseJson() {}

    static Map<String, Object> of(VendorCaseView view, Map<VendorMailKey, VendorMail> mails) {
        Map<String, Object> json = new LinkedHashMap<>((JsonObject) JsonTree.of(view));
        json.remove("version");
        json.put("owner", view.owner().account());
        json.put("openedBy", view.openedBy().account());
        json.put("endedBy", view.endedBy() == null ? null : view.endedBy().account());
        json.put("delivery", delivery(mails, view.number(), VendorMailKey.OPENING));
        json.put("endingDelivery", delivery(mails, view.number(), VendorMailKey.ENDING));
        json.put("correspondence", view.correspondence().stream()
                .map(entry -> of(entry, delivery(mails, view.number(), entry.ordinal())))
                .toList());
        json.put("legalActions", view.legalActions().stream().map(VendorCaseAction::verb).toList());
        return json;
    }

    static Map<String, Object> of(VendorCaseRow row) {
        Map<String, Object> json = new LinkedHashMap<>((JsonObject) JsonTree.of(row));
        json.remove("id");
        json.remove("dueOrder");
        json.put("due", row.due());
        return json;
    }

    private static OutboxState delivery(Map<VendorMailKey, VendorMail> mails, String number, int entry) {
        VendorMail mail = mails.get(new VendorMailKey(number, entry));
        return mail == null ? null : mail.state();
    }

    private static Map<String, Object> of(VendorCaseView.Entry entry, OutboxState delivery) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", entry.kind());
        json.put("at", entry.at());
        json.put("by", entry.by() == null ? null : entry.by().account());
        json.put("text", entry.text());
        json.put("reason", entry.reason());
        json.put("mailedTo", entry.mailedTo());
        json.put("delivery", delivery);
        json.put("mailedFrom", entry.mailedFrom());
        json.put("message", entry.message());
        return json;
    }
}
