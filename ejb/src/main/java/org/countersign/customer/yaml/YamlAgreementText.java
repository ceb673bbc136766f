package org.countersign.customer.yaml;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.countersign.customer.model.AgreementText;
import org.countersign.kernel.BusinessRuleViolation;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** {@link AgreementText} as YAML 1.2 with the types of JSON; no tag makes an object of anything. */
@ApplicationScoped
public class YamlAgreementText implements AgreementText {

    /** In characters; the agreements of real desks take a tenth. */
    static final int LONGEST = 100_000;

    private static final int DEEPEST = 20;

    @Override
    public Object read(String text) {
        if (text == null || text.isBlank()) {
            throw BusinessRuleViolation.invalid("agreement", "required");
        }
        if (text.length() > LONGEST) {
            throw BusinessRuleViolation.invalid("agreement", "agreement-too-long", LONGEST);
        }
        // An alias that grows by being repeated, or holds itself, has nothing to do in an agreement.
        LoadSettings settings = LoadSettings.builder()
                .setMaxAliasesForCollections(0)
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .setCodePointLimit(LONGEST)
                .build();
        try {
            return withoutDepth(new Load(settings).loadFromString(text), 0);
        } catch (MarkedYamlEngineException unreadable) {
            int line = unreadable.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            int column = unreadable.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(1);
            throw BusinessRuleViolation.invalid("agreement", "agreement-unreadable", line, column, problem(unreadable));
        } catch (YamlEngineException | StackOverflowError unreadable) {
            throw BusinessRuleViolation.invalid("agreement", "agreement-unreadable", 1, 1, problem(unreadable));
        }
    }

    @Override
    public String write(Map<String, ?> document) {
        return new Dump(DumpSettings.builder().setDefaultFlowStyle(FlowStyle.AUTO).setIndent(2).setWidth(120).setDereferenceAliases(true).build())
                .dumpToString(document);
    }

    private static Object withoutDepth(Object value, int depth) {
        if (depth > DEEPEST) {
            throw BusinessRuleViolation.invalid("agreement", "agreement-too-deep", DEEPEST);
        }
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(member -> withoutDepth(member, depth + 1));
        } else if (value instanceof Iterable<?> list) {
            list.forEach(member -> withoutDepth(member, depth + 1));
        }
        return value;
    }

    private static String problem(Throwable unreadable) {
        String problem = unreadable instanceof MarkedYamlEngineException marked ? marked.getProblem() : unreadable.getMessage();
        return problem == null ? "" : problem.lines().findFirst().orElse("");
    }
}
