// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.provider;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.runtime.guard.GuardSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A configured vendor. Thread-safe. */
public interface Provider {
    /** What users write before the slash of a model. */
    String name();

    /** Id of the adapter that talks to it. */
    String adapter();

    /** Models that lists show, without the provider's name. */
    List<String> models();

    /** Whether bodies of this dialect can pass through to it. */
    boolean speaks(Dialect dialect);

    /**
     * Whether bodies of this dialect can pass through to a model of it, perhaps with changes that the vendor demands.
     *
     * @param model the vendor's own name of the model
     */
    default boolean speaks(Dialect dialect, String model) {
        return speaks(dialect);
    }

    /**
     * Whether answers of a model of it can pass through to clients of this dialect. Where a body passes through and its answer may
     * not, the answer is decoded and encoded.
     *
     * @param model the vendor's own name of the model
     * @param stream whether the answer is streamed
     */
    default boolean relays(Dialect client, String model, boolean stream) {
        return speaks(client, model);
    }

    /**
     * Makes a call ready. Nothing is sent yet.
     *
     * @param request with the vendor's own name of the model
     * @param losses where to report what the vendor's dialect cannot say
     * @throws dev.dragoman.model.error.ChatException if there is nothing sensible to send
     */
    ProviderCall call(ChatRequest request, Losses losses);

    /**
     * Makes a call ready whose body passes through.
     *
     * @param wire a request of the provider's own dialect
     * @param request what it asks, as the dialect decoded it
     * @param model the vendor's own name of the model
     * @param losses where to report what the vendor must not be sent, under paths of the body
     * @throws UnsupportedOperationException if the provider {@link #speaks} no dialect
     */
    ProviderCall forward(WireRequest wire, ChatRequest request, String model, Losses losses);

    /** How it is asked for the number of tokens of a request; {@code null} if it cannot be asked. */
    default @Nullable TokenCounter counter() {
        return null;
    }

    /** The same vendor, waited for as long as this says; connections and credentials are shared. */
    default Provider with(Patience patience) {
        return this;
    }

    /** How its targets are guarded, where configuration does not say otherwise. */
    default GuardSettings guards() {
        return GuardSettings.DEFAULT;
    }

    /** Whether the same request, sent once more, goes out with another credential, so that this failure says nothing about it. */
    default boolean hasOtherKey(ChatError error) {
        return false;
    }

    /**
     * Whether this request is sent as several calls, since the vendor makes fewer answers at a time than are wanted. Its body cannot
     * pass through.
     *
     * @param request with the vendor's own name of the model
     */
    default boolean asksRepeatedly(ChatRequest request) {
        return false;
    }

    /**
     * Whether the model of this request continues a last message of its own as if it had not been interrupted. {@code false} where
     * that is not known.
     */
    default boolean continues(ChatRequest request) {
        return false;
    }
}
