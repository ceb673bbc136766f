package org.countersign.rest.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictRecordReaderTest {

    enum Colour {
        RED,
        GREEN
    }

    record Part(String name, Integer count) {}

    record Body(String text, Integer minutes, Instant at, Colour colour, Boolean urgent, List<Part> parts, Map<String, Object> fields) {}

    @Test
    void a_body_becomes_the_record_with_null_for_what_is_left_out() {
        Body body = StrictRecordReader.read(
                Body.class,
                """
                {"text":"őű","minutes":15,"at":"2026-03-02T09:00:00+01:00","colour":"RED","parts":[{"name":"a","count":1}],"fields":{"x":[1,true,null]}}""");

        assertThat(body.text()).isEqualTo("őű");
        assertThat(body.minutes()).isEqualTo(15);
        assertThat(body.at()).isEqualTo("2026-03-02T08:00:00Z");
        assertThat(body.colour()).isEqualTo(Colour.RED);
        assertThat(body.urgent()).isNull();
        assertThat(body.parts()).containsExactly(new Part("a", 1));
        assertThat(body.fields()).containsOnlyKeys("x");
        assertThat(StrictRecordReader.read(Body.class, " ").text()).isNull();
    }

    /** F5: everything that is wrong, each with where it is. */
    @Test
    void everything_that_is_wrong_is_named_at_once() {
        MalformedBody refusal = refusal("""
                {"role":"ADMIN","minutes":1.5,"at":"yesterday","colour":"BLUE","urgent":"yes","parts":[{"name":"a","price":2}]}""");

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.faults().stream().map(fault -> fault.field() + " " + fault.code()))
                .containsExactlyInAnyOrder(
                        "role unknown-property",
                        "minutes wrong-type",
                        "at wrong-type",
                        "colour unknown-value",
                        "urgent wrong-type",
                        "parts[0].price unknown-property");
    }

    @ParameterizedTest
    @CsvSource({"{, json-malformed", "[], json-object-expected", "1, json-object-expected", "'{\"text\":\"a\"} x', json-malformed"})
    void what_is_no_json_object_is_refused(String text, String code) {
        assertThat(refusal(text).getMessage()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'text':'a\\u0000b'} | text",
        "{'fields':{'x':'\\u0000'}} | fields.x",
        "{'fields':{'x':['\\u0000']}} | fields.x",
        "{'fields':{'\\u0000':1}} | fields",
        "{'parts':[{'name':'\\u0000'}]} | parts[0].name",
    })
    void a_text_with_nul_is_refused_where_it_is(String text, String field) {
        MalformedBody refusal = refusal(text.replace('\'', '"'));

        assertThat(refusal.faults()).hasSize(1);
        assertThat(refusal.faults().get(0).field()).isEqualTo(field);
        assertThat(refusal.faults().get(0).code()).isEqualTo("control-character");
    }

    @Test
    void a_text_that_only_spells_nul_is_taken() {
        assertThat(StrictRecordReader.read(Body.class, "{\"text\":\"\\\\u0000\"}").text()).isEqualTo("\\u0000");
    }

    private static MalformedBody refusal(String text) {
        return catchThrowableOfType(MalformedBody.class, () -> StrictRecordReader.read(Body.class, text));
    }
}
