// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.testkit.AdapterRules;

class AdapterRulesTest extends AdapterRules {
    @Override
    protected String rootPackage() {
        return "dev.dragoman.adapters.cohere";
    }
}
