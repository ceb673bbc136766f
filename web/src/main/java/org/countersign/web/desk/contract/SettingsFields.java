package org.countersign.web.desk.contract;

import java.util.Arrays;
import java.util.List;
import org.countersign.customer.model.SamplingTerms;
import org.countersign.customer.model.UnprovenMail;
import org.countersign.customer.service.ContractSettings;

/** The inputs for what of a contract is not in its versions. */
public final class SettingsFields {

    private String name;
    private boolean fixedContactsOnly;
    private UnprovenMail unprovenMail;
    private String inspectionLevel;
    private String aql;

    /** @param shown what stands in the inputs to begin with */
    SettingsFields(ContractSettings shown) {
        name = shown.name();
        fixedContactsOnly = shown.fixedContactsOnly();
        unprovenMail = shown.unprovenMail();
        inspectionLevel = shown.inspectionLevel();
        aql = shown.aql();
    }

    /** What was entered. */
    ContractSettings entered() {
        return new ContractSettings(name, fixedContactsOnly, unprovenMail, inspectionLevel, aql);
    }

    public List<UnprovenMail> getMailRules() {
        return Arrays.asList(UnprovenMail.values());
    }

    public List<String> getInspectionLevels() {
        return SamplingTerms.LEVELS;
    }

    public List<String> getLimits() {
        return SamplingTerms.LIMITS;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isFixedContactsOnly() {
        return fixedContactsOnly;
    }

    public void setFixedContactsOnly(boolean fixedContactsOnly) {
        this.fixedContactsOnly = fixedContactsOnly;
    }

    public UnprovenMail getUnprovenMail() {
        return unprovenMail;
    }

    public void setUnprovenMail(UnprovenMail unprovenMail) {
        this.unprovenMail = unprovenMail;
    }

    public String getInspectionLevel() {
        return inspectionLevel;
    }

    public void setInspectionLevel(String inspectionLevel) {
        this.inspectionLevel = inspectionLevel;
    }

    public String getAql() {
        return aql;
    }

    public void setAql(String aql) {
        this.aql = aql;
    }
}
