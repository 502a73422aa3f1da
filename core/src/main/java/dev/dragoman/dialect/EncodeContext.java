// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.capability.ModelCatalog;
import dev.dragoman.loss.Losses;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an encoder needs beyond the value it encodes. One per exchange.
 *
 * @param losses where to report what cannot be said
 * @param shape how the client wants its reply; {@link ReplyShape#DEFAULT} towards vendors
 * @param vendor id of the adapter that a request goes to, so that reasoning returns to its issuer only, or that an answer comes
 *     from; {@code null} where that is unknown
 * @param model the name of the model as the client wrote it, for replies to dialects that repeat it where the vendor gave none;
 *     {@code null} if unknown
 * @param ids makes ids where the source has none: letters and digits, unique
 * @param clock makes times where the source has none
 * @param models what models can do, where a configuration overrides the dialect's own data; {@link ModelCatalog#NONE} if it does
 *     not
 * @param refusedFields fields of the dialect, in its own words, that the vendor refuses ({@link VendorProfile#refusedFields()});
 *     empty towards clients
 */
public record EncodeContext(
        Losses losses,
        ReplyShape shape,
        @Nullable String vendor,
        @Nullable String model,
        Supplier<String> ids,
        InstantSource clock,
        ModelCatalog models,
        Set<String> refusedFields) {
    /** Checks that nothing required is missing. */
    public EncodeContext {
        Objects.requireNonNull(losses, "losses");
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(ids, "ids");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(models, "models");
        refusedFields = Set.copyOf(refusedFields);
    }

    /** A context without data about models besides the dialect's own. */
    public EncodeContext(
            Losses losses,
            ReplyShape shape,
            @Nullable String vendor,
            @Nullable String model,
            Supplier<String> ids,
            InstantSource clock) {
        this(losses, shape, vendor, model, ids, clock, ModelCatalog.NONE, Set.of());
    }

    /** The same context with data about models that wins over the dialect's own. */
    public EncodeContext withModels(ModelCatalog newModels) {
        return new EncodeContext(losses, shape, vendor, model, ids, clock, newModels, refusedFields);
    }

    /** The same context towards a vendor that refuses these fields, too. */
    public EncodeContext withRefusedFields(Set<String> more) {
        if (refusedFields.containsAll(more)) {
            return this;
        }
        Set<String> fields = new HashSet<>(refusedFields);
        fields.addAll(more);
        return new EncodeContext(losses, shape, vendor, model, ids, clock, models, fields);
    }

    /** The same context for an answer of this adapter. */
    public EncodeContext withVendor(String newVendor) {
        return new EncodeContext(losses, shape, newVendor, model, ids, clock, models, refusedFields);
    }

    /** The same context that reports elsewhere. */
    public EncodeContext withLosses(Losses newLosses) {
        return new EncodeContext(newLosses, shape, vendor, model, ids, clock, models, refusedFields);
    }

    /** The same context for a reply of another look. */
    public EncodeContext withShape(ReplyShape newShape) {
        return new EncodeContext(losses, newShape, vendor, model, ids, clock, models, refusedFields);
    }

    /** Whether the vendor takes a field that not all speakers of its dialect take. */
    public boolean takes(String field) {
        return !refusedFields.contains(field);
    }

    /** Towards a vendor. */
    public static EncodeContext toVendor(Losses losses, String vendor) {
        return new EncodeContext(losses, ReplyShape.DEFAULT, vendor, null, EncodeContext::randomId, Instant::now);
    }

    /** Towards a client. */
    public static EncodeContext toClient(Losses losses, ReplyShape shape, @Nullable String model) {
        return new EncodeContext(losses, shape, null, model, EncodeContext::randomId, Instant::now);
    }

    private static String randomId() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
