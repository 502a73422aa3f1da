// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import java.util.List;

/** Writes the list of models for a client. */
public interface ModelListEncoder {
    /** The list as this dialect shows it. */
    byte[] encode(List<ModelEntry> models);

    /** One model as this dialect shows it. */
    byte[] encode(ModelEntry model);
}
