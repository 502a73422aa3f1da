// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import dev.dragoman.testkit.AdapterRules;
import java.util.List;

class AdapterRulesTest extends AdapterRules {
    @Override
    protected String rootPackage() {
        return "dev.dragoman.adapters.compatible";
    }

    /** Profiles are files. */
    @Override
    protected List<String> vendorPackages() {
        return List.of("org.yaml.snakeyaml..", "java.io..", "java.net..");
    }
}
