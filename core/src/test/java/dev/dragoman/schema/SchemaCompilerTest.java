// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.json.RawJson;
import dev.dragoman.loss.Losses;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchemaCompilerTest {
    private static final SchemaRules RULES =
            new SchemaRules("Acme", Set.of("minimum", "maxLength"), true, false, 1, false);

    private final Losses losses = new Losses();

    private @Nullable String compile(String schema) {
        RawJson compiled = SchemaCompiler.compile(RawJson.parse(schema), RULES, "schema", losses);
        return compiled == null ? null : compiled.toString();
    }

    private String lost() {
        return losses.toList().stream().map(loss -> loss.path()).collect(Collectors.joining(" "));
    }

    @Test
    void a_schema_that_fits_goes_byte_for_byte() {
        String schema = "{ \"type\":\"object\", \"properties\":{\"a\":{\"type\":\"number\",\"const\":1.50}},"
                + "\"additionalProperties\":false}";
        assertThat(compile(schema)).isEqualTo(schema);
        assertThat(lost()).isEmpty();
    }

    @Test
    void pitfall_28_refused_keywords_become_words_and_losses() {
        assertThat(compile("{\"type\":\"object\",\"properties\":{\"minimum\":{\"type\":\"integer\",\"minimum\":0,"
                        + "\"description\":\"How many.\"},\"b\":{\"type\":\"array\",\"minItems\":2,"
                        + "\"items\":{\"type\":\"string\",\"maxLength\":3}}},\"additionalProperties\":false}"))
                .isEqualTo("{\"type\":\"object\",\"properties\":{\"minimum\":{\"type\":\"integer\","
                        + "\"description\":\"How many. (minimum: 0)\"},\"b\":{\"type\":\"array\","
                        + "\"items\":{\"type\":\"string\",\"description\":\"(maxLength: 3)\"},"
                        + "\"description\":\"(minItems: 2)\"}},\"additionalProperties\":false}");
        assertThat(lost())
                .isEqualTo("schema.properties.minimum.minimum schema.properties.b.minItems"
                        + " schema.properties.b.items.maxLength");
    }

    @Test
    void objects_are_closed_and_one_of_becomes_any_of() {
        assertThat(compile("{\"oneOf\":[{\"properties\":{}},{\"type\":\"null\"}]}"))
                .isEqualTo("{\"anyOf\":[{\"properties\":{},\"additionalProperties\":false},{\"type\":\"null\"}]}");
        assertThat(lost()).isEqualTo("schema.oneOf schema.oneOf[0].additionalProperties");
    }

    @Test
    void schemas_that_refer_to_themselves_or_elsewhere_cannot_be_compiled() {
        assertThat(compile("{\"$defs\":{\"a\":{\"items\":{\"$ref\":\"#/$defs/a\"}}},\"$ref\":\"#/$defs/a\"}"))
                .isNull();
        assertThat(compile("{\"items\":{\"$ref\":\"#\"}}")).isNull();
        assertThat(compile("{\"$ref\":\"https://example.com/a\"}")).isNull();
        assertThat(compile("{\"$defs\":{\"a\":{\"type\":\"null\"}},\"anyOf\":[{\"$ref\":\"#/$defs/a\"},"
                        + "{\"$ref\":\"#/$defs/a\"}]}"))
                .isNotNull();
    }

    @Test
    void pitfall_28_constants_are_enums_of_one_and_references_stand_alone() {
        SchemaRules rules = new SchemaRules("Acme", Set.of(), false, true, 1, true, false, false);
        RawJson compiled = SchemaCompiler.compile(
                RawJson.parse(
                        "{\"properties\":{\"a\":{\"const\":\"x\"},\"b\":{\"$ref\":\"#/$defs/b\",\"title\":\"B\"}},"
                                + "\"$defs\":{\"b\":{\"type\":\"null\"}}}"),
                rules,
                "schema",
                losses);
        assertThat(compiled)
                .hasToString("{\"properties\":{\"a\":{\"enum\":[\"x\"]},\"b\":{\"$ref\":\"#/$defs/b\"}},"
                        + "\"$defs\":{\"b\":{\"type\":\"null\"}}}");
        assertThat(lost()).isEqualTo("schema.properties.a.const schema.properties.b.title");
    }

    @Test
    void objects_require_something_and_formats_and_patterns_are_those_that_are_taken() {
        SchemaRules strict = new SchemaRules(
                "Acme", Set.of(), false, true, 9, true, true, true, true, Set.of("date"), Set.of("^", "$"));
        RawJson schema = RawJson.parse("{\"type\":\"object\",\"properties\":{\"a\":{\"format\":\"date\"},"
                + "\"b\":{\"format\":\"email\",\"pattern\":\"^x\"}}}");
        assertThat(SchemaCompiler.compile(schema, strict, "schema", losses))
                .hasToString("{\"type\":\"object\",\"properties\":{\"a\":{\"format\":\"date\"},"
                        + "\"b\":{\"description\":\"(format: \\\"email\\\", pattern: \\\"^x\\\")\"}},"
                        + "\"required\":[\"a\"]}");
        assertThat(lost()).isEqualTo("schema.properties.b.format schema.properties.b.pattern schema.required");
    }
}
