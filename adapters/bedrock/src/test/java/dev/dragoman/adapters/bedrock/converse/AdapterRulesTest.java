// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.testkit.AdapterRules;
import java.util.List;

class AdapterRulesTest extends AdapterRules {
    @Override
    protected String rootPackage() {
        return "dev.dragoman.adapters.bedrock";
    }

    @Override
    protected List<String> vendorPackages() {
        return List.of("software.amazon.awssdk..", "software.amazon.eventstream..");
    }
}
