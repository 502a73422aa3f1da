// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.soak;

/** The dialects that the soak speaks, at either end. */
final class Wires {
    static final Wire OPENAI = new OpenAiWire();
    static final Wire ANTHROPIC = new AnthropicWire();

    private Wires() {}
}
