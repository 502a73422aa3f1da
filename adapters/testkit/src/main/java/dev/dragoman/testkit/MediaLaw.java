// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dragoman.loss.LossKind;
import dev.dragoman.media.MediaIntake;
import dev.dragoman.media.MediaKind;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.Video;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What a dialect says that it takes of media is what its encoder takes: else media would be fetched and then left out. */
final class MediaLaw {
    private static final String PLACE = "messages[0].parts[1]";

    private final Courier courier;

    MediaLaw(Courier courier) {
        this.courier = courier;
    }

    Stream<DynamicTest> tests() {
        MediaIntake intake = courier.dialect().mediaIntake();
        Stream<DynamicTest> contents = intake.contents().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .sorted()
                        .map(type -> test(entry.getKey(), type, new MediaSource.Base64(type, "SGVsbG8="))));
        Stream<DynamicTest> addresses = intake.addresses().stream()
                .filter(kind -> intake.contents().containsKey(kind))
                .sorted()
                .map(kind -> test(kind, "address", MediaSource.Url.of("https://example.com/medium")));
        return Stream.concat(contents, addresses);
    }

    private DynamicTest test(MediaKind kind, String what, MediaSource source) {
        return dynamicTest("media_intake[" + kind + " " + what + "]", () -> {
            List<Part> parts = List.of(Text.of("Look."), part(kind, source));
            Trip<ChatRequest> trip = courier.request(ChatRequest.builder("m")
                    .messages(List.of(Message.of(Role.USER, parts)))
                    .build());
            if (trip.lossesAt(PLACE).stream()
                    .anyMatch(loss ->
                            loss.kind() == LossKind.DROPPED && loss.path().equals(PLACE))) {
                throw new AssertionError("what is said to be taken is left out" + trip.story());
            }
        });
    }

    private static Part part(MediaKind kind, MediaSource source) {
        return switch (kind) {
            case IMAGE -> Image.of(source);
            case AUDIO -> Audio.of(source);
            case VIDEO -> Video.of(source);
            case DOCUMENT -> Document.of(source, null);
        };
    }
}
