// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.VendorProfile;
import dev.dragoman.loss.Losses;
import java.time.InstantSource;

/** What encoders are given: ids without a secure random generator, and the system's clock. */
public final class Contexts {
    private static final InstantSource CLOCK = InstantSource.system();

    private Contexts() {}

    /** Towards a vendor. To be given the losses of a request. */
    public static EncodeContext toVendor(VendorProfile profile) {
        return new EncodeContext(new Losses(), ReplyShape.DEFAULT, profile.id(), null, Ids::next, CLOCK)
                .withModels(profile.models())
                .withRefusedFields(profile.refusedFields());
    }

    /** Towards a client. */
    public static EncodeContext toClient(Losses losses, ReplyShape shape, String model) {
        return new EncodeContext(losses, shape, null, model, Ids::next, CLOCK);
    }
}
