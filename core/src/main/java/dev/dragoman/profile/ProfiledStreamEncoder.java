// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.framing.FrameDecoder;
import dev.dragoman.framing.Sse;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Loss;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.event.ChatEvent;
import java.util.Arrays;
import java.util.List;

/** The stream of a dialect, in the form of a profile's clients. For dialects whose streams are server-sent events. Not thread-safe. */
final class ProfiledStreamEncoder implements StreamEncoder {
    private final ProfiledReplies replies;
    private final Dialect base;
    private final StreamEncoder inner;
    private final Extensions additions;
    private final TagWatch tags;
    private final WireBuffer written = new WireBuffer(512);

    ProfiledStreamEncoder(
            ProfiledReplies replies, Dialect base, StreamEncoder inner, Extensions additions, TagWatch tags) {
        this.replies = replies;
        this.base = base;
        this.inner = inner;
        this.additions = additions;
        this.tags = tags;
    }

    @Override
    public void encode(ChatEvent event, WireBuffer out) {
        ProfiledErrors errors = replies.errors();
        if (event instanceof ChatEvent.Heartbeat) {
            inner.encode(event, out);
        } else if (event instanceof ChatEvent.StreamFailed failed && errors != null) {
            written.reset();
            inner.encode(event, written); // so that it knows that the stream is over
            Sse.begin(out);
            try (JsonWriter json = new JsonWriter(out)) {
                errors.write(failed.error(), json);
            }
            Sse.end(out);
        } else {
            tags.see(event);
            written.reset();
            inner.encode(replies.counted(event), written);
            edit(out);
            if (event instanceof ChatEvent.ResponseStarted && !additions.isEmpty()) {
                encode(new ChatEvent.ExtensionsAdded(ChatEvent.ExtensionsAdded.Place.RESPONSE, 0, additions), out);
            }
        }
    }

    private void edit(WireBuffer out) {
        if (written.isEmpty()) {
            return;
        }
        byte[] bytes = written.toBytes();
        FrameDecoder frames = base.frameDecoder();
        frames.feed(bytes, 0, bytes.length, frame -> edited(frame, out));
        frames.end(frame -> edited(frame, out));
    }

    private void edited(Frame frame, WireBuffer out) {
        byte[] payload = Arrays.copyOfRange(frame.buffer(), frame.offset(), frame.offset() + frame.length());
        String event = frame.event();
        if (event == null) {
            Sse.begin(out);
        } else {
            Sse.begin(out, event);
        }
        out.write(payload.length > 0 && payload[0] == '{' ? replies.edited(payload) : payload);
        Sse.end(out);
    }

    @Override
    public void heartbeat(WireBuffer out) {
        inner.heartbeat(out);
    }

    @Override
    public void losses(List<Loss> losses, WireBuffer out) {
        inner.losses(losses, out);
    }

    @Override
    public boolean relay(Frame frame, WireBuffer out) {
        return inner.relay(frame, out);
    }
}
