// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.media;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Message;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.content.Video;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the media of a request that would have to be fetched for a target, and puts what was fetched in their place. */
public final class MediaFetches {
    private final MediaIntake intake;
    private final Function<WantedMedia, MediaSource.@Nullable Base64> contents;

    private MediaFetches(MediaIntake intake, Function<WantedMedia, MediaSource.@Nullable Base64> contents) {
        this.intake = intake;
        this.contents = contents;
    }

    /** What would have to be fetched, in order. Sources that are no {@code http} or {@code https} address are not among it. */
    public static List<WantedMedia> of(ChatRequest request, MediaIntake intake) {
        List<WantedMedia> wanted = new ArrayList<>(0);
        substitute(request, intake, medium -> {
            wanted.add(medium);
            return null;
        });
        return wanted;
    }

    /**
     * The request with contents in the place of addresses; the request itself if nothing changed.
     *
     * @param contents what was fetched; {@code null} leaves the address
     */
    public static ChatRequest substitute(
            ChatRequest request, MediaIntake intake, Function<WantedMedia, MediaSource.@Nullable Base64> contents) {
        if (intake.contents().isEmpty()) {
            return request;
        }
        MediaFetches fetches = new MediaFetches(intake, contents);
        List<Message> messages = new ArrayList<>(request.messages().size());
        boolean changed = false;
        for (int i = 0; i < request.messages().size(); i++) {
            Message message = request.messages().get(i);
            List<Part> parts = fetches.changed(message.parts(), "messages[" + i + "].parts");
            changed |= parts != null;
            messages.add(
                    parts == null ? message : new Message(message.role(), parts, message.name(), message.extensions()));
        }
        return changed ? request.toBuilder().messages(messages).build() : request;
    }

    /** The parts with contents; {@code null} if nothing changes. */
    private @Nullable List<Part> changed(List<Part> parts, String path) {
        List<Part> out = null;
        for (int i = 0; i < parts.size(); i++) {
            Part changed = changed(parts.get(i), path + "[" + i + "]");
            if (changed != null) {
                out = out == null ? new ArrayList<>(parts) : out;
                out.set(i, changed);
            }
        }
        return out;
    }

    /** The part with content; {@code null} if nothing changes. */
    private @Nullable Part changed(Part part, String path) {
        if (part instanceof ToolResult result) {
            List<Part> content = changed(result.content(), path + ".content");
            return content == null
                    ? null
                    : new ToolResult(
                            result.callId(),
                            result.name(),
                            content,
                            result.error(),
                            result.cache(),
                            result.extensions());
        }
        MediaKind kind = MediaKind.of(part);
        if (kind == null || !(source(part) instanceof MediaSource.Url url) || !isWeb(url.url())) {
            return null;
        }
        Set<String> types = intake.insteadOfAddress(kind);
        if (types.isEmpty()) {
            return null;
        }
        MediaSource.Base64 content = contents.apply(new WantedMedia(path + ".source", kind, url.url(), types));
        return content == null ? null : with(part, content);
    }

    private static boolean isWeb(String url) {
        return url.regionMatches(true, 0, "http://", 0, 7) || url.regionMatches(true, 0, "https://", 0, 8);
    }

    private static @Nullable MediaSource source(Part part) {
        if (part instanceof Image image) {
            return image.source();
        } else if (part instanceof Audio audio) {
            return audio.source();
        } else if (part instanceof Video video) {
            return video.source();
        }
        return part instanceof Document document ? document.source() : null;
    }

    private static Part with(Part part, MediaSource source) {
        if (part instanceof Image image) {
            return new Image(source, image.detail(), image.cache(), image.extensions());
        } else if (part instanceof Audio audio) {
            return new Audio(
                    source, audio.id(), audio.transcript(), audio.expiresAt(), audio.cache(), audio.extensions());
        } else if (part instanceof Video video) {
            return new Video(source, video.cache(), video.extensions());
        }
        Document document = (Document) part;
        return new Document(
                source,
                document.name(),
                document.context(),
                document.citations(),
                document.cache(),
                document.extensions());
    }
}
