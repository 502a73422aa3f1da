// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.ResponseDecoder;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ResponseAssembler;
import dev.dragoman.model.event.ResponseReplay;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Usage;
import dev.dragoman.prepare.ReplyPlan;
import dev.dragoman.prepare.ReplyRestorer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers of a profile, in both roles. Stateless; streams get an object each. */
final class ProfiledReplies implements ResponseDecoder {
    private final Dialect base;
    private final ProfileRules rules;
    private final @Nullable ProfiledErrors errors;

    ProfiledReplies(Dialect base, ProfileRules rules, @Nullable ProfiledErrors errors) {
        this.base = base;
        this.rules = rules;
        this.errors = errors;
    }

    /** Whether the vendor's whole answers are those of the dialect. */
    boolean readsPlainly() {
        return rules.reply().isNone() && errors == null;
    }

    /** Whether the frames of the vendor's streams are those of the dialect. */
    boolean streamsPlainly() {
        return rules.reply().isNone();
    }

    @Override
    public boolean isRegular(JsonReader in, ReplySource source) {
        return base.responseDecoder().isRegular(in, source) && readsPlainly();
    }

    @Override
    public ChatResponse decode(byte[] body, ReplySource source) {
        ChatError error = error(body, 0, body.length);
        if (error != null) {
            throw new ChatException(error);
        }
        ChatResponse response = base.responseDecoder().decode(body, unplanned(source));
        if (rules.reply().isNone() && source.plan().isEmpty()) {
            return response;
        }
        ResponseAssembler assembler = new ResponseAssembler();
        ResponseReplay.replay(response, filter(source, restored(source.plan(), assembler)));
        return assembler.response();
    }

    StreamDecoder streamDecoder(ReplySource source) {
        StreamDecoder inner = base.streamDecoder(unplanned(source));
        return readsPlainly() && source.plan().isEmpty() ? inner : new ProfiledStreamDecoder(this, inner, source);
    }

    /** An error in the profile's shape, in a body or a frame; {@code null} if it is none. */
    @Nullable ChatError error(byte[] bytes, int offset, int length) {
        if (errors == null) {
            return null;
        }
        for (String root : errors.roots()) {
            if (holds(bytes, offset, length, '"' + root + '"')) {
                try {
                    return errors.inReply(RawJson.parse(Arrays.copyOfRange(bytes, offset, offset + length)));
                } catch (IllegalArgumentException e) {
                    return null; // the dialect says what is wrong with it
                }
            }
        }
        return null;
    }

    ReplyFilter filter(ReplySource source, Consumer<? super ChatEvent> out) {
        return new ReplyFilter(rules.reply(), base.family(), source.origin(), out);
    }

    static Consumer<? super ChatEvent> restored(ReplyPlan plan, Consumer<? super ChatEvent> out) {
        return new ReplyRestorer(plan).into(out);
    }

    private static ReplySource unplanned(ReplySource source) {
        return source.plan().isEmpty()
                ? source
                : new ReplySource(
                        source.vendor(), source.model(), source.requestId(), ReplyPlan.NONE, source.choices());
    }

    private static boolean holds(byte[] bytes, int offset, int length, String ascii) {
        byte[] wanted = ascii.getBytes(StandardCharsets.UTF_8);
        for (int i = offset; i <= offset + length - wanted.length; i++) {
            if (bytes[i] == wanted[0] && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    byte[] encode(ChatResponse response, EncodeContext context) {
        if (!rules.reply().thinkTags().isNone()) {
            watch(context).see(response);
        }
        Map<String, RawJson> additions = additions(context);
        ChatResponse whole = counted(response);
        if (!additions.isEmpty()) {
            whole = new ChatResponse(
                    whole.id(),
                    whole.model(),
                    whole.created(),
                    whole.choices(),
                    whole.usage(),
                    whole.serviceTier(),
                    whole.systemFingerprint(),
                    whole.extensions().merge(Extensions.of(base.family(), additions)),
                    whole.losses());
        }
        byte[] body = base.responseEncoder().encode(whole, inner(context));
        return edited(body);
    }

    private TagWatch watch(EncodeContext context) {
        return new TagWatch(rules.reply().thinkTags(), context.losses());
    }

    private ChatResponse counted(ChatResponse response) {
        Usage usage = response.usage();
        Usage counted =
                usage == null ? null : UsageReader.asVendor(usage, rules.reply().usage());
        return Objects.equals(counted, usage)
                ? response
                : new ChatResponse(
                        response.id(),
                        response.model(),
                        response.created(),
                        response.choices(),
                        counted,
                        response.serviceTier(),
                        response.systemFingerprint(),
                        response.extensions(),
                        response.losses());
    }

    /** The event as clients of the profile are told it. */
    ChatEvent counted(ChatEvent event) {
        return event instanceof ChatEvent.UsageReported report
                ? new ChatEvent.UsageReported(
                        UsageReader.asVendor(report.usage(), rules.reply().usage()))
                : event;
    }

    StreamEncoder streamEncoder(EncodeContext context) {
        StreamEncoder inner = base.streamEncoder(inner(context));
        Map<String, RawJson> additions = additions(context);
        return rules.serve().replyFields().isEmpty()
                        && rules.reply().thinkTags().isNone()
                        && !rules.reply().usage().reasoningBeside()
                        && additions.isEmpty()
                        && errors() == null
                ? inner
                : new ProfiledStreamEncoder(this, base, inner, Extensions.of(base.family(), additions), watch(context));
    }

    /** A body, or the payload of a frame, by the rules for answers. */
    byte[] edited(byte[] body) {
        if (rules.serve().replyFields().isEmpty()) {
            return body;
        }
        ObjectDraft draft = ObjectDraft.request(body);
        new FieldRun(draft, "", false, (kind, path, reason) -> {})
                .outgoing(rules.serve().replyFields());
        return draft.isChanged() ? draft.toBytes() : body;
    }

    @Nullable ProfiledErrors errors() {
        return errors != null && errors.isServed() ? errors : null;
    }

    private static EncodeContext inner(EncodeContext context) {
        return context.shape() instanceof ProfiledShape shape ? context.withShape(shape.base()) : context;
    }

    private Map<String, RawJson> additions(EncodeContext context) {
        Map<String, RawJson> additions = new LinkedHashMap<>(0);
        if (context.shape() instanceof ProfiledShape shape) {
            additions.putAll(shape.echoed());
        }
        if (!rules.serve().vendorField().isEmpty() && context.vendor() != null) {
            additions.put(rules.serve().vendorField(), RawJson.string(context.vendor()));
        }
        return additions;
    }
}
