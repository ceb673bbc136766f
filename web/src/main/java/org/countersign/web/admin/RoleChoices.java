package org.countersign.web.admin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.countersign.identity.model.Role;

/** The roles of the staff as boxes to tick. */
public class RoleChoices {

    private final List<Choice> choices = new ArrayList<>();

    RoleChoices(Collection<Role> chosen) {
        EnumSet.complementOf(EnumSet.of(Role.CONTACT)).forEach(role -> choices.add(new Choice(role, chosen.contains(role))));
    }

    /** One box. */
    public static class Choice {

        private final Role role;
        private boolean chosen;

        Choice(Role role, boolean chosen) {
            this.role = role;
            this.chosen = chosen;
        }

        public Role getRole() {
            return role;
        }

        public boolean isChosen() {
            return chosen;
        }

        public void setChosen(boolean chosen) {
            this.chosen = chosen;
        }
    }

    public List<Choice> getAll() {
        return choices;
    }

    Set<Role> chosen() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        choices.stream().filter(Choice::isChosen).forEach(choice -> roles.add(choice.getRole()));
        return roles;
    }
}
