// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDeltaEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockStartEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamMetadataEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.MessageStopEvent;
import software.amazon.awssdk.services.bedrockruntime.model.StopReason;

/** The events of a stream, as the SDK gives them to its visitors: one after the other, to be read when the stream is done. */
final class Heard implements Consumer<ConverseStreamOutput> {
    private final List<String> tools = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder input = new StringBuilder();
    private @Nullable StopReason stopReason;
    private int totalTokens;

    private final ConverseStreamResponseHandler.Visitor visitor = ConverseStreamResponseHandler.Visitor.builder()
            .onContentBlockStart(this::start)
            .onContentBlockDelta(this::delta)
            .onMessageStop(this::stop)
            .onMetadata(this::metadata)
            .build();

    @Override
    public void accept(ConverseStreamOutput event) {
        assertThat(event.sdkEventType()).isNotEqualTo(ConverseStreamOutput.EventType.UNKNOWN_TO_SDK_VERSION);
        event.accept(visitor);
    }

    private void start(ContentBlockStartEvent event) {
        if (event.start() != null && event.start().toolUse() != null) {
            tools.add(event.start().toolUse().name());
        }
    }

    private void delta(ContentBlockDeltaEvent event) {
        if (event.delta().text() != null) {
            text.append(event.delta().text());
        }
        if (event.delta().toolUse() != null) {
            input.append(event.delta().toolUse().input());
        }
    }

    private void stop(MessageStopEvent event) {
        stopReason = event.stopReason();
    }

    private void metadata(ConverseStreamMetadataEvent event) {
        totalTokens = event.usage().totalTokens();
    }

    String text() {
        return text.toString();
    }

    List<String> tools() {
        return tools;
    }

    String input() {
        return input.toString();
    }

    @Nullable StopReason stopReason() {
        return stopReason;
    }

    int totalTokens() {
        return totalTokens;
    }
}
