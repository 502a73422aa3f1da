// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

/** Builds rules. Each method tightens or sets the rule of its name. Not thread-safe. */
public final class TargetRulesBuilder {
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
    private TargetRules.Instructions instructions = TargetRules.Instructions.ANYWHERE;
    private int cacheBreakpoints = Integer.MAX_VALUE;
    private TargetRules.JsonOutput jsonSchema = TargetRules.JsonOutput.NATIVE;
    private TargetRules.JsonOutput jsonObject = TargetRules.JsonOutput.NATIVE;
    private TargetRules.ToolChoices toolChoices = TargetRules.ToolChoices.ALL;
    private boolean repeatsPrefill;
    private boolean mediaInResults = true;

    TargetRulesBuilder(String dialect) {
        this.dialect = dialect;
    }

    TargetRulesBuilder(TargetRules rules) {
        dialect = rules.dialect();
        toolIds = rules.toolIds();
        uniqueToolIds = rules.uniqueToolIds();
        toolNames = rules.toolNames();
        customTools = rules.customTools();
        allowedTools = rules.allowedTools();
        declaredTools = rules.declaredTools();
        pairedResults = rules.pairedResults();
        mergedTurns = rules.mergedTurns();
        beginsWithUser = rules.beginsWithUser();
        prefill = rules.prefill();
        emptyText = rules.emptyText();
        developerRole = rules.developerRole();
        speakerNames = rules.speakerNames();
        instructions = rules.instructions();
        cacheBreakpoints = rules.cacheBreakpoints();
        jsonSchema = rules.jsonSchema();
        jsonObject = rules.jsonObject();
        toolChoices = rules.toolChoices();
        repeatsPrefill = rules.repeatsPrefill();
        mediaInResults = rules.mediaInResults();
    }

    /** Which ids of tool calls it takes. */
    public TargetRulesBuilder toolIds(NameGrammar value) {
        toolIds = value;
        return this;
    }

    /** An id names one call of a conversation only. */
    public TargetRulesBuilder uniqueToolIds() {
        uniqueToolIds = true;
        return this;
    }

    /** Which names of tools it takes. */
    public TargetRulesBuilder toolNames(NameGrammar value) {
        toolNames = value;
        return this;
    }

    /** There are no free-text tools. */
    public TargetRulesBuilder noCustomTools() {
        customTools = false;
        return this;
    }

    /** A choice among some of the tools cannot be said. */
    public TargetRulesBuilder noAllowedTools() {
        allowedTools = false;
        return this;
    }

    /** Tools must be declared when the history holds calls. */
    public TargetRulesBuilder declaredTools() {
        declaredTools = true;
        return this;
    }

    /** Calls and results stand in pairs. */
    public TargetRulesBuilder pairedResults() {
        pairedResults = true;
        return this;
    }

    /** Consecutive messages of one side are one turn. */
    public TargetRulesBuilder mergedTurns() {
        mergedTurns = true;
        return this;
    }

    /** The user begins. */
    public TargetRulesBuilder beginsWithUser() {
        beginsWithUser = true;
        return this;
    }

    /** Whether the last message may be the model's. */
    public TargetRulesBuilder prefill(boolean value) {
        prefill = value;
        return this;
    }

    /** Texts must not be empty or blank. */
    public TargetRulesBuilder noEmptyText() {
        emptyText = false;
        return this;
    }

    /** There is one role of instructions. */
    public TargetRulesBuilder noDeveloperRole() {
        developerRole = false;
        return this;
    }

    /** Messages cannot name their speaker. */
    public TargetRulesBuilder noSpeakerNames() {
        speakerNames = false;
        return this;
    }

    /** Where instructions may stand. */
    public TargetRulesBuilder instructions(TargetRules.Instructions value) {
        instructions = value;
        return this;
    }

    /** Most caching breakpoints of a request. */
    public TargetRulesBuilder cacheBreakpoints(int value) {
        cacheBreakpoints = value;
        return this;
    }

    /** How an answer that fits a schema is asked for. */
    public TargetRulesBuilder jsonSchema(TargetRules.JsonOutput value) {
        jsonSchema = value;
        return this;
    }

    /** How an answer that is some JSON object is asked for. */
    public TargetRulesBuilder jsonObject(TargetRules.JsonOutput value) {
        jsonObject = value;
        return this;
    }

    /** Which choices among the tools can be said. */
    public TargetRulesBuilder toolChoices(TargetRules.ToolChoices value) {
        toolChoices = value;
        return this;
    }

    /** An answer that continues the model's last message begins with that message again. */
    public TargetRulesBuilder repeatsPrefill() {
        repeatsPrefill = true;
        return this;
    }

    /** Results of tools hold no pictures, sound or films. */
    public TargetRulesBuilder noMediaInResults() {
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
