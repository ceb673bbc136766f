package org.countersign.customer.model;

import java.time.Instant;
import java.time.LocalDate;
import org.countersign.kernel.DomainEvent;

/** What is recorded about customers. What concerns a contract goes into the contract's chain, the rest into the system's. */
public interface CustomerEvent extends DomainEvent {

    @Override
    default Long contractId() {
        return null;
    }

    /** A new customer. */
    record OrganisationCreated(String code, String name) implements CustomerEvent {

        @Override
        public String subjectType() {
            return "organisation";
        }

        @Override
        public String subjectId() {
            return code;
        }
    }

    /** A customer has another name. */
    record OrganisationRenamed(String code, String from, String name) implements CustomerEvent {

        @Override
        public String subjectType() {
            return "organisation";
        }

        @Override
        public String subjectId() {
            return code;
        }
    }

    /**
     * A contact is reached otherwise, or is called otherwise.
     *
     * @param email the address before
     * @param changes one line per member, {@code phone: … → …}
     */
    record ContactChanged(String organisation, String email, String changes) implements CustomerEvent {

        @Override
        public String subjectType() {
            return "contact";
        }

        @Override
        public String subjectId() {
            return email;
        }
    }

    /** A new contact of a customer. */
    record ContactCreated(String organisation, String email, String name) implements CustomerEvent {

        @Override
        public String subjectType() {
            return "contact";
        }

        @Override
        public String subjectId() {
            return email;
        }
    }

    /** A new service calendar, or a new version of one; {@code changes} against the one before, one line per place. */
    record CalendarRecorded(String code, int version, LocalDate validFrom, String changes) implements CustomerEvent {

        @Override
        public String subjectType() {
            return "calendar";
        }

        @Override
        public String subjectId() {
            return code;
        }
    }

    /**
     * A version of a calendar was withdrawn before it began. What it said stays on record.
     *
     * @param withdrawal number of the recording that withdrew it
     * @param stays number of the version that goes on instead
     * @param changes first the versions that begin after all, then the withdrawn one against the version that goes on, one line per place
     */
    record CalendarWithdrawn(String code, int version, int withdrawal, LocalDate validFrom, int stays, String changes)
            implements CustomerEvent {

        @Override
        public String subjectType() {
            return "calendar";
        }

        @Override
        public String subjectId() {
            return code;
        }
    }

    /** About one contract. */
    interface ContractEvent extends CustomerEvent {

        long contract();

        /** The contract's code. */
        String code();

        @Override
        default Long contractId() {
            return contract();
        }

        @Override
        default String subjectType() {
            return "contract";
        }

        @Override
        default String subjectId() {
            return code();
        }
    }

    /** A new contract; what it says is told by the {@link AgreementRecorded} that follows. */
    record ContractCreated(
            long contract,
            String code,
            String organisation,
            LocalDate validFrom,
            boolean fixedContactsOnly,
            UnprovenMail unprovenMail,
            String inspectionLevel,
            String aql)
            implements ContractEvent {}

    /**
     * A new version of what a contract says.
     *
     * @param changes against the version before, one line per place in the document
     */
    record AgreementRecorded(
            long contract, String code, int version, Instant inForceFrom, String agreedBy, Instant agreedAt, String changes)
            implements ContractEvent {}

    /**
     * A version was withdrawn before it began. What it said can be read by its number.
     *
     * @param stays number of the version that goes on instead
     * @param changes of the withdrawn one against that version, one line per place in the document
     */
    record AgreementWithdrawn(
            long contract,
            String code,
            int version,
            Instant inForceFrom,
            String agreedBy,
            Instant agreedAt,
            String recordedBy,
            Instant recordedAt,
            int stays,
            String changes)
            implements ContractEvent {}

    /** Something of the contract that is not in its versions; {@code changes} has one line per member. */
    record ContractChanged(long contract, String code, String changes) implements ContractEvent {}

    /** A contact may no longer report under the contract. */
    record ContactRemoved(long contract, String code, String contact) implements ContractEvent {}

    /** Somebody no longer receives the contract's reports. */
    record StakeholderRemoved(long contract, String code, String email) implements ContractEvent {}

    /** A contact may report under the contract from now on, as a fixed contact or not. */
    record ContactNamed(long contract, String code, String contact, boolean fixed) implements ContractEvent {}

    /** A contact may accept under the contract from now on. */
    record AuthorisationGranted(long contract, String code, long authorisationId, String contact, Instant from) implements ContractEvent {}

    /** A contact may no longer accept under the contract. */
    record AuthorisationEnded(long contract, String code, long authorisationId, String contact, Instant at) implements ContractEvent {}

    /** Somebody receives the contract's reports from now on, by this name. */
    record StakeholderAdded(long contract, String code, String name, String email) implements ContractEvent {}

    /**
     * Somebody else, or nobody, has a role of the contract's account team.
     *
     * @param from the first day
     * @param before account and telephone of who had the role, or {@code null}
     * @param after account and telephone of who has it, or {@code null}
     */
    record TeamMemberNamed(long contract, String code, TeamRole role, LocalDate from, String before, String after)
            implements ContractEvent {}

    /**
     * What was planned for a role of the account team was withdrawn before the day came.
     *
     * @param from the day on which it would have begun
     * @param planned account and telephone of who would have had the role, or {@code null} for nobody
     * @param stays account and telephone of who goes on having it, or {@code null}
     */
    record TeamPlanWithdrawn(long contract, String code, TeamRole role, LocalDate from, String planned, String stays)
            implements ContractEvent {}
}
