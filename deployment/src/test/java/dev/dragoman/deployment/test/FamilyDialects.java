// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.test;

/** Versions of dialects that live at the paths of others: OpenAI's on the wire. */
public final class FamilyDialects {
    private FamilyDialects() {}

    /** At Gemini's paths. */
    public static final class AtGemini extends OpenAiShaped {
        public AtGemini() {
            super("at-gemini", "gemini");
        }
    }

    /** At Bedrock's paths. */
    public static final class AtBedrock extends OpenAiShaped {
        public AtBedrock() {
            super("at-bedrock", "bedrock-converse");
        }
    }

    /** At OpenAI's paths. */
    public static final class AtOpenAi extends OpenAiShaped {
        public AtOpenAi() {
            super("at-openai", "openai-chat");
        }
    }
}
