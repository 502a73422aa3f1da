// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.toy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dragoman.dialect.EncodedError;
import dev.dragoman.dialect.ErrorCodec;
import dev.dragoman.dialect.ResponseDecoder;
import dev.dragoman.dialect.ResponseEncoder;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.Usage;
import dev.dragoman.testkit.json.JsonTrees;
import dev.dragoman.testkit.model.Records;
import java.util.List;
import java.util.function.UnaryOperator;

/** Toys whose answers are broken, each in one way. */
public final class BrokenReplies {
    private BrokenReplies() {}

    /** Changes what was read. */
    private abstract static class ReadsWrongly extends ToyDialect {
        abstract ChatResponse change(ChatResponse response);

        @Override
        public ResponseDecoder responseDecoder() {
            ResponseDecoder decoder = super.responseDecoder();
            return (body, source) -> change(decoder.decode(body, source));
        }
    }

    /** Forgets a field. */
    public static final class DropsTier extends ToyDialect {
        @Override
        public ResponseEncoder responseEncoder() {
            ResponseEncoder encoder = super.responseEncoder();
            return (response, context) -> encoder.encode(Records.with(response, "serviceTier", null), context);
        }
    }

    /** Tells nobody who made the reasoning. */
    public static final class ForgetsOrigins extends ToyDialect {
        @Override
        public ResponseEncoder responseEncoder() {
            return (response, context) -> {
                ObjectNode body = ToyBodies.write(response.withLosses(List.of()));
                body.findParents("origin").forEach(parent -> ((ObjectNode) parent).remove("origin"));
                return JsonTrees.write(body);
            };
        }
    }

    /** Takes the input to be without what was read from the cache. */
    public static final class ForgetsCachedTokens extends ReadsWrongly {
        @Override
        ChatResponse change(ChatResponse response) {
            Usage usage = response.usage();
            return usage == null
                    ? response
                    : Records.with(response, "usage", Records.with(usage, "inputTokens", usage.uncachedInputTokens()));
        }
    }

    /** Keeps no raw counts. */
    public static final class ForgetsRawCounts extends ReadsWrongly {
        @Override
        ChatResponse change(ChatResponse response) {
            Usage usage = response.usage();
            return usage == null ? response : Records.with(response, "usage", usage.withoutRaw());
        }
    }

    /** Takes calls for a stop. */
    public static final class CallsAreStops extends ReadsWrongly {
        @Override
        ChatResponse change(ChatResponse response) {
            return withReason(response, reason -> FinishReason.of(FinishReason.Kind.STOP, reason.raw()));
        }
    }

    /** Takes any end with calls for an end by calls. */
    public static final class CallsMaskLength extends ReadsWrongly {
        @Override
        ChatResponse change(ChatResponse response) {
            return withReason(response, reason -> FinishReason.of(FinishReason.Kind.TOOL_CALLS, reason.raw()));
        }
    }

    /** Tells a rate limit as something else. */
    public static final class ForgetsRateLimits extends ToyDialect {
        @Override
        public ErrorCodec errors() {
            return new ToyErrors() {
                @Override
                public EncodedError encode(ChatError error) {
                    return super.encode(
                            error.kind() == ErrorKind.RATE_LIMIT
                                    ? Records.with(error, "kind", ErrorKind.INTERNAL)
                                    : error);
                }
            };
        }
    }

    private static ChatResponse withReason(ChatResponse response, UnaryOperator<FinishReason> change) {
        List<Choice> choices = response.choices().stream()
                .map(choice -> choice.message().parts().stream().anyMatch(ToolCall.class::isInstance)
                        ? Records.with(choice, "finishReason", change.apply(choice.finishReason()))
                        : choice)
                .toList();
        return Records.with(response, "choices", choices);
    }
}
