// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import java.util.Objects;

/**
 * What a dialect, perhaps for one of its models, takes and refuses, as far as {@link RequestPreparer} can help. Data: dialects
 * hold one as a constant and change single rules with {@link #toBuilder()} where models differ.
 *
 * @param dialect id of the dialect, for reasons of losses
 * @param toolIds which ids of tool calls it takes
 * @param uniqueToolIds whether an id may name one call of a conversation only
 * @param toolNames which names of tools it takes
 * @param customTools whether there are free-text tools
 * @param allowedTools whether a choice among some of the tools can be said
 * @param declaredTools whether tools must be declared when the history holds calls
 * @param pairedResults whether each call must be followed by its result at once, and no result may come without a call
 * @param mergedTurns whether consecutive messages of one side must be one turn, results of tools at the head of the user's turn
 * @param beginsWithUser whether the first message that is no instruction must be the user's
 * @param prefill whether the last message may be the model's, to be continued
 * @param emptyText whether texts may be empty or blank
 * @param developerRole whether the two roles of instructions are told apart
 * @param speakerNames whether messages can name their speaker
 * @param instructions where instructions may stand
 * @param cacheBreakpoints most caching breakpoints of a request
 * @param jsonSchema how an answer that fits a schema is asked for
 * @param jsonObject how an answer that is some JSON object is asked for
 * @param toolChoices which choices among the tools can be said
 * @param repeatsPrefill whether an answer that continues the model's last message begins with that message again
 * @param mediaInResults whether results of tools hold pictures, sound and films
 */
public record TargetRules(
        String dialect,
        NameGrammar toolIds,
        boolean uniqueToolIds,
        NameGrammar toolNames,
        boolean customTools,
        boolean allowedTools,
        boolean declaredTools,
        boolean pairedResults,
        boolean mergedTurns,
        boolean beginsWithUser,
        boolean prefill,
        boolean emptyText,
        boolean developerRole,
        boolean speakerNames,
        Instructions instructions,
        int cacheBreakpoints,
        JsonOutput jsonSchema,
        JsonOutput jsonObject,
        ToolChoices toolChoices,
        boolean repeatsPrefill,
        boolean mediaInResults) {
    /** Where instructions may stand. */
    public enum Instructions {
        /** Anywhere among the messages. */
        ANYWHERE,
        /** Before all others, and further on after a user's turn that ends the conversation or is followed by the model's. */
        AFTER_USER,
        /** Before all others, and directly behind a message of the user; not behind the model's or a tool's. */
        BEHIND_USER_MESSAGE,
        /** Before all others only. */
        LEADING
    }

    /** How JSON is asked for. */
    public enum JsonOutput {
        /** The dialect has a setting for it. */
        NATIVE,
        /** By a tool that the model must call; its arguments are the answer. */
        FORCED_TOOL,
        /** By an instruction. */
        INSTRUCTION,
        /** For a schema only: by the setting for some JSON object, and an instruction that holds the schema. */
        OBJECT_AND_INSTRUCTION
    }

    /** Which choices among the tools can be said. */
    public enum ToolChoices {
        /** Each. */
        ALL,
        /** No tool, some tool; one certain tool must be called where only that one is declared. */
        MODES,
        /** That the model decides. It calls no tool where none is declared, and is asked to call one by an instruction. */
        AUTO_ONLY
    }

    /** Checks that nothing required is missing. */
    public TargetRules {
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(toolIds, "toolIds");
        Objects.requireNonNull(toolNames, "toolNames");
        Objects.requireNonNull(instructions, "instructions");
        Objects.requireNonNull(jsonSchema, "jsonSchema");
        Objects.requireNonNull(jsonObject, "jsonObject");
        Objects.requireNonNull(toolChoices, "toolChoices");
    }

    /** Rules that change nothing, to be tightened. */
    public static TargetRulesBuilder builder(String dialect) {
        return new TargetRulesBuilder(dialect);
    }

    /** A builder that starts from these rules. */
    public TargetRulesBuilder toBuilder() {
        return new TargetRulesBuilder(this);
    }
}
