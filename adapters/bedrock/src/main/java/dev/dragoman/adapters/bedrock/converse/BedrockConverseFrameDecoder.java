// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.framing.Frame;
import dev.dragoman.framing.FrameDecoder;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import software.amazon.eventstream.Message;

/**
 * AWS' event streams: messages of a prelude with two lengths and its own checksum, headers, payload and a checksum of it all. A
 * message is kept until it is whole and then read by AWS' own library; its lengths are checked before, so that a broken prelude
 * neither claims memory nor waits for bytes that will never come.
 *
 * <p>A frame's event is the {@code :event-type}; see {@link BedrockConverseFrames} for exceptions and errors.
 */
final class BedrockConverseFrameDecoder implements FrameDecoder {
    private static final int PRELUDE = 12;
    private static final int LEAST_MESSAGE = 16;

    private byte[] buffer = new byte[1024];
    private int size;
    /** Length of the message that is read now; 0 until its prelude is there. */
    private int expected;

    @Override
    public void feed(byte[] bytes, int offset, int length, Consumer<? super Frame> out) {
        int from = offset;
        int end = offset + length;
        while (from < end) {
            int wanted = (expected == 0 ? PRELUDE : expected) - size;
            int taken = Math.min(wanted, end - from);
            append(bytes, from, taken);
            from += taken;
            if (taken < wanted) {
                return;
            }
            if (expected == 0) {
                expected = lengthOfMessage();
            } else {
                Frame frame = BedrockConverseFrames.frame(message());
                size = 0;
                expected = 0;
                out.accept(frame);
            }
        }
    }

    @Override
    public void end(Consumer<? super Frame> out) {
        if (size > 0) {
            size = 0;
            throw broken("The stream ends inside of a message", null);
        }
    }

    private void append(byte[] bytes, int offset, int length) {
        if (buffer.length - size < length) {
            // Grows with what has come, not with what was announced.
            int room = Math.max(size + length, Math.min(buffer.length * 2, Math.max(expected, PRELUDE)));
            buffer = Arrays.copyOf(buffer, room);
        }
        System.arraycopy(bytes, offset, buffer, size, length);
        size += length;
    }

    private int lengthOfMessage() {
        ByteBuffer prelude = ByteBuffer.wrap(buffer, 0, PRELUDE);
        long total = Integer.toUnsignedLong(prelude.getInt());
        long headers = Integer.toUnsignedLong(prelude.getInt());
        CRC32 checksum = new CRC32();
        checksum.update(buffer, 0, 8);
        if (checksum.getValue() != Integer.toUnsignedLong(prelude.getInt())) {
            throw broken("A message of the stream has a wrong checksum", null);
        }
        if (total > MAX_FRAME) {
            throw broken("A frame of the stream is larger than " + MAX_FRAME + " bytes", null);
        }
        if (total < LEAST_MESSAGE || headers > total - LEAST_MESSAGE) {
            throw broken("A message of the stream has impossible lengths", null);
        }
        return (int) total;
    }

    private Message message() {
        try {
            return Message.decode(ByteBuffer.wrap(buffer, 0, size));
        } catch (IllegalArgumentException
                | IllegalStateException
                | BufferUnderflowException
                | IndexOutOfBoundsException
                | UnsupportedOperationException e) {
            throw broken("A message of the stream is malformed", e);
        }
    }

    private static ChatException broken(String message, @Nullable Throwable cause) {
        return new ChatException(ChatError.of(ErrorKind.UPSTREAM, message), cause);
    }
}
