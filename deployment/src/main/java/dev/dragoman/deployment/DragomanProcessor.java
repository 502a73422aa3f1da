// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment;

import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.FeatureBuildItem;

/** Names the extension in the list of installed features. */
final class DragomanProcessor {
    private static final String FEATURE = "dragoman";

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }
}
