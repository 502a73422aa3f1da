// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.testkit.AdapterRules;
import java.util.List;

class AdapterRulesTest extends AdapterRules {
    @Override
    protected String rootPackage() {
        return "dev.dragoman.adapters.openai";
    }

    @Override
    protected List<String> sharedPackages() {
        return List.of("dev.dragoman.adapters.openai.shared", "dev.dragoman.adapters.openai.chat.stored");
    }
}
