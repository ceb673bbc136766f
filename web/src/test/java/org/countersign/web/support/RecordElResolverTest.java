package org.countersign.web.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.PropertyNotWritableException;
import jakarta.el.VariableMapper;
import org.junit.jupiter.api.Test;

class RecordElResolverTest {

    private record Point(int x, String label) {}

    private final RecordElResolver resolver = new RecordElResolver();
    private final ELContext context = new ELContext() {
        @Override
        public ELResolver getELResolver() {
            return resolver;
        }

        @Override
        public FunctionMapper getFunctionMapper() {
            return null;
        }

        @Override
        public VariableMapper getVariableMapper() {
            return null;
        }
    };

    @Test
    void a_component_of_a_record_is_a_property() {
        assertThat(resolver.getValue(context, new Point(3, "here"), "label")).isEqualTo("here");
        assertThat(context.isPropertyResolved()).isTrue();
    }

    @Test
    void other_properties_and_other_objects_are_left_to_other_resolvers() {
        assertThat(resolver.getValue(context, new Point(3, "here"), "y")).isNull();
        assertThat(context.isPropertyResolved()).isFalse();
        resolver.getValue(context, "no record", "label");
        assertThat(context.isPropertyResolved()).isFalse();
    }

    @Test
    void a_record_is_not_written() {
        assertThatThrownBy(() -> resolver.setValue(context, new Point(3, "here"), "x", 4))
                .isInstanceOf(PropertyNotWritableException.class);
    }
}
