// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.soak;

/** The dialects of the soak: those for which there is a vendor to continue answers, and the one that most clients speak. */
final class Wires {
    static final Wire OPENAI = new OpenAiWire();
    static final Wire ANTHROPIC = new AnthropicWire();

    private Wires() {}
}
