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
    public static Builder builder(String dialect) {
        return new Builder(dialect);
    }

    /** A builder that starts from these rules. */
    public Builder toBuilder() {
        Builder builder = new Builder(dialect);
        builder.toolIds = toolIds;
        builder.uniqueToolIds = uniqueToolIds;
        builder.toolNames = toolNames;
        builder.customTools = customTools;
        builder.allowedTools = allowedTools;
        builder.declaredTools = declaredTools;
        builder.pairedResults = pairedResults;
        builder.mergedTurns = mergedTurns;
        builder.beginsWithUser = beginsWithUser;
        builder.prefill = prefill;
        builder.emptyText = emptyText;
        builder.developerRole = developerRole;
        builder.speakerNames = speakerNames;
        builder.instructions = instructions;
        builder.cacheBreakpoints = cacheBreakpoints;
        builder.jsonSchema = jsonSchema;
        builder.jsonObject = jsonObject;
        builder.toolChoices = toolChoices;
        builder.repeatsPrefill = repeatsPrefill;
        builder.mediaInResults = mediaInResults;
        return builder;
    }

    /** Builds rules. Each method tightens or sets the rule of its name. Not thread-safe. */
    public static final class Builder {
        private final String dialect;
        private NameGrammar toolIds = NameGrammar.ANY;
        private boolean uniqueToolIds;
        private NameGrammar toolNames = NameGrammar.ANY;
        private boolean customTools = true;
        private boolean allowedTools = true;
        private boolean declaredTools;
        private boolean pairedResults;
        private boolean mergedTurns;
        private boolean beginsWithUser;
        private boolean prefill = true;
        private boolean emptyText = true;
        private boolean developerRole = true;
        private boolean speakerNames = true;
        private Instructions instructions = Instructions.ANYWHERE;
        private int cacheBreakpoints = Integer.MAX_VALUE;
        private JsonOutput jsonSchema = JsonOutput.NATIVE;
        private JsonOutput jsonObject = JsonOutput.NATIVE;
        private ToolChoices toolChoices = ToolChoices.ALL;
        private boolean repeatsPrefill;
        private boolean mediaInResults = true;

        private Builder(String dialect) {
            this.dialect = dialect;
        }

        /** Which ids of tool calls it takes. */
        public Builder toolIds(NameGrammar value) {
            toolIds = value;
            return this;
        }

        /** An id names one call of a conversation only. */
        public Builder uniqueToolIds() {
            uniqueToolIds = true;
            return this;
        }

        /** Which names of tools it takes. */
        public Builder toolNames(NameGrammar value) {
            toolNames = value;
            return this;
        }

        /** There are no free-text tools. */
        public Builder noCustomTools() {
            customTools = false;
            return this;
        }

        /** A choice among some of the tools cannot be said. */
        public Builder noAllowedTools() {
            allowedTools = false;
            return this;
        }

        /** Tools must be declared when the history holds calls. */
        public Builder declaredTools() {
            declaredTools = true;
            return this;
        }

        /** Calls and results stand in pairs. */
        public Builder pairedResults() {
            pairedResults = true;
            return this;
        }

        /** Consecutive messages of one side are one turn. */
        public Builder mergedTurns() {
            mergedTurns = true;
            return this;
        }

        /** The user begins. */
        public Builder beginsWithUser() {
            beginsWithUser = true;
            return this;
        }

        /** Whether the last message may be the model's. */
        public Builder prefill(boolean value) {
            prefill = value;
            return this;
        }

        /** Texts must not be empty or blank. */
        public Builder noEmptyText() {
            emptyText = false;
            return this;
        }

        /** There is one role of instructions. */
        public Builder noDeveloperRole() {
            developerRole = false;
            return this;
        }

        /** Messages cannot name their speaker. */
        public Builder noSpeakerNames() {
            speakerNames = false;
            return this;
        }

        /** Where instructions may stand. */
        public Builder instructions(Instructions value) {
            instructions = value;
            return this;
        }

        /** Most caching breakpoints of a request. */
        public Builder cacheBreakpoints(int value) {
            cacheBreakpoints = value;
            return this;
        }

        /** How an answer that fits a schema is asked for. */
        public Builder jsonSchema(JsonOutput value) {
            jsonSchema = value;
            return this;
        }

        /** How an answer that is some JSON object is asked for. */
        public Builder jsonObject(JsonOutput value) {
            jsonObject = value;
            return this;
        }

        /** Which choices among the tools can be said. */
        public Builder toolChoices(ToolChoices value) {
            toolChoices = value;
            return this;
        }

        /** An answer that continues the model's last message begins with that message again. */
        public Builder repeatsPrefill() {
            repeatsPrefill = true;
            return this;
        }

        /** Results of tools hold no pictures, sound or films. */
        public Builder noMediaInResults() {
            mediaInResults = false;
            return this;
        }

        /** The rules. */
        public TargetRules build() {
            return new TargetRules(
                    dialect,
                    toolIds,
                    uniqueToolIds,
                    toolNames,
                    customTools,
                    allowedTools,
                    declaredTools,
                    pairedResults,
                    mergedTurns,
                    beginsWithUser,
                    prefill,
                    emptyText,
                    developerRole,
                    speakerNames,
                    instructions,
                    cacheBreakpoints,
                    jsonSchema,
                    jsonObject,
                    toolChoices,
                    repeatsPrefill,
                    mediaInResults);
        }
    }
}
