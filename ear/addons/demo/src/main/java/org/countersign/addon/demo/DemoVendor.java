package org.countersign.addon.demo;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.countersign.ticket.model.Priority;
import org.countersign.vendor.model.VendorTimes;
import org.countersign.vendor.service.RecordVendor;

/** A vendor of the demo, in the form of the API. */
final class DemoVendor {

    private DemoVendor() {}

    /** Reads {@code vendors.json}. */
    static List<RecordVendor> read() {
        return DemoFile.read("vendors.json").asJsonArray().getValuesAs(JsonObject.class).stream().map(DemoVendor::of).toList();
    }

    private static RecordVendor of(JsonObject json) {
        JsonObject contract = json.getJsonObject("contract");
        Map<Priority, VendorTimes> targets = new EnumMap<>(Priority.class);
        contract.getJsonObject("targets").forEach((priority, times) -> targets.put(
                Priority.valueOf(priority),
                new VendorTimes(time(times.asJsonObject(), "response"), time(times.asJsonObject(), "resolution"))));
        return new RecordVendor(
                json.getString("code"),
                json.getString("name"),
                json.getString("email", null),
                json.getString("phone", null),
                json.getString("portal", null),
                json.getString("language"),
                contract.getString("reference", null),
                contract.getString("calendar"),
                targets,
                time(contract, "chaseEvery"));
    }

    private static Duration time(JsonObject json, String name) {
        return json.containsKey(name) ? Duration.parse(json.getString(name)) : null;
    }
}
