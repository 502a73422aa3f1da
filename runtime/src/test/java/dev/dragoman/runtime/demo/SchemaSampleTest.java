// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.json.RawJson;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaSampleTest {
    private static String sample(String schema, String prompt) {
        return SchemaSample.of(RawJson.parse(schema.replace('\'', '"')), new PromptHints(prompt));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'string'}|\"Oslo\"",
                "{'type':'string','enum':['a','b']}|\"a\"",
                "{'type':'string','enum':['a','live']}|\"live\"",
                "{'const':{'x':[1.50,null]}}|{\"x\":[1.50,null]}",
                "{'type':['null','string']}|\"Oslo\"",
                "{'type':'integer'}|7",
                "{'type':'integer','maximum':5}|5",
                "{'type':'integer','exclusiveMinimum':7,'maximum':9}|8",
                "{'type':'integer','multipleOf':5,'minimum':1}|5",
                "{'type':'number','minimum':0,'maximum':1}|1",
                "{'type':'number','exclusiveMinimum':0,'exclusiveMaximum':0.5}|0.25",
                "{'type':'boolean'}|true",
                "{'type':'null'}|null",
                "{'type':'array','items':{'type':'integer'},'minItems':2}|[7,7]",
                "{'type':'array','items':{'type':'integer'},'maxItems':0}|[]",
                "{'type':'array','prefixItems':[{'type':'integer'},{'type':'boolean'}]}|[7,true]",
                "{'type':'object'}|{}",
                "{'properties':{'a':{'type':'integer'},'b':{'type':'boolean'}}}|{\"a\":7,\"b\":true}",
                "{'properties':{'a':{},'b':{'type':'boolean'}},'required':['b']}|{\"b\":true}",
                "{'properties':{'a':{'$ref':'#/$defs/n'}},'$defs':{'n':{'type':'integer'}}}|{\"a\":7}",
                "{'properties':{'a':{'$ref':'#/definitions/x~1y'}},'definitions':{'x/y':{'const':1}}}|{\"a\":1}",
                "{'anyOf':[{'type':'null'},{'type':'integer'}]}|7",
                "{'allOf':[{'properties':{'a':{'const':1}},'required':['a']},{'properties':{'b':{'const':2}},'required':['b']}]}|{\"a\":1,\"b\":2}",
                "{'type':'string','format':'date'}|\"2026-01-01\"",
                "{'type':'string','minLength':9,'maxLength':10}|\"Oslo Oslo\"",
                "{'type':'string','maxLength':2}|\"Os\"",
                "{'type':'string','pattern':'^[A-Z]{3}-\\\\d{2}$'}|\"AAA-11\"",
                "{'$ref':'#/missing'}|\"Oslo\"",
                "true|\"Oslo\"",
            })
    void fits_the_schema(String schema, String expected) {
        assertThat(sample(schema, "We live in Oslo, 7 of us")).isEqualTo(expected);
    }

    @Test
    void a_recursive_schema_ends() {
        String tree = sample(
                "{'$ref':'#/$defs/n','$defs':{'n':{'type':'object','properties':{'v':{'type':'integer'},"
                        + "'kids':{'type':'array','items':{'$ref':'#/$defs/n'}},'next':{'anyOf':[{'$ref':'#/$defs/n'},{'type':'null'}]}},"
                        + "'required':['v','kids','next']}}}",
                "");
        assertThat(RawJson.parse(tree).isObject()).isTrue();
        assertThat(tree).hasSizeLessThan(10_000);
    }

    @Test
    void an_endless_schema_is_cut() {
        String loop =
                sample("{'type':'object','properties':{'a':{'$ref':'#'},'b':{'$ref':'#'}},'required':['a','b']}", "");
        assertThat(RawJson.parse(loop).isObject()).isTrue();
        assertThat(sample("{'$ref':'#'}", "Hi")).isEqualTo("\"Hi\"");
        assertThat(sample(
                        "{'type':'array','minItems':100000,'items':{'type':'array','minItems':100000,'items':{'type':'array','minItems':9e9}}}",
                        ""))
                .hasSizeLessThan(100_000);
    }

    @Test
    void words_and_numbers_come_from_the_prompt_in_order() {
        String schema =
                "{'properties':{'from':{'type':'string'},'to':{'type':'string'},'a':{'type':'number'},'b':{'type':'number'}}}";
        assertThat(sample(schema, "Fly from Oslo to New York, 2 adults and 1.5 children"))
                .isEqualTo("{\"from\":\"Oslo\",\"to\":\"New York\",\"a\":2,\"b\":1.5}");
        assertThat(sample("{'properties':{'query':{'type':'string'}}}", "who is there?"))
                .isEqualTo("{\"query\":\"who is there?\"}");
        assertThat(sample("{'properties':{'name':{'type':'string'}}}", "Look up \"the thing\" for Bob"))
                .isEqualTo("{\"name\":\"the thing\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[a-z0-9_-]{3,16}$", "\\d{3}-\\d{4}", "^(?:red|green)$", "^#[0-9A-Fa-f]{6}$", "^[^@\\s]+@[^@]+\\.org$",
                        "a+b*c?",
                "^(\\+\\d{1,3} )?\\(\\d{3}\\)$", "^[\\w.-]+$", "^\\S{2}\\.$", "[]a]", "^(?<year>\\d{4})$", "x{2}|y"
            })
    void a_pattern_is_met(String pattern) {
        String sample = PatternSample.of(pattern);
        assertThat(sample).isNotNull();
        assertThat(Pattern.compile(pattern.equals("[]a]") ? "[\\]a]" : pattern)
                        .matcher(sample)
                        .find())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(?=a)b", "(a)\\1", "(", "[", "[a", "\\", "a{", "a{x}", "*", "a{9999}", "(?<x", "[\\b]", ")"})
    void an_odd_pattern_is_left_alone(String pattern) {
        assertThat(PatternSample.of(pattern)).isNull();
    }
}
