// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A tenth of a second of sound in the formats that take no encoder. */
final class Sound {
    /** The formats the demo model speaks. */
    static final List<String> FORMATS = List.of("wav", "pcm16", "mp3");

    private static final int RATE = 8000;
    private static final int TONE = 440;

    private Sound() {}

    /** The media type of a format. */
    static String mediaType(String format) {
        return switch (format) {
            case "mp3" -> "audio/mpeg";
            case "pcm16" -> "audio/pcm16";
            default -> "audio/wav";
        };
    }

    /** Sound in this format, in base64. */
    static String base64(String format) {
        byte[] sound = switch (format) {
            case "mp3" -> mp3();
            case "pcm16" -> tone(24_000);
            default -> wav(tone(RATE));
        };
        return Base64.getEncoder().encodeToString(sound);
    }

    /** A sine of 440 Hz: mono, 16 bits, little end first. */
    private static byte[] tone(int rate) {
        int samples = rate / 10;
        ByteBuffer out = ByteBuffer.allocate(samples * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < samples; i++) {
            out.putShort((short) (8000 * StrictMath.sin(2 * Math.PI * TONE * i / rate)));
        }
        return out.array();
    }

    private static byte[] wav(byte[] samples) {
        ByteBuffer out = ByteBuffer.allocate(44 + samples.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(36 + samples.length).put(ascii("WAVE"));
        out.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        out.putInt(RATE).putInt(RATE * 2).putShort((short) 2).putShort((short) 16);
        out.put(ascii("data")).putInt(samples.length).put(samples);
        return out.array();
    }

    /** Four frames of silence: MPEG 1 layer III, 32 kbit/s, 44.1 kHz, mono; a frame of zeros after its header is silent. */
    private static byte[] mp3() {
        int frame = 104;
        ByteBuffer out = ByteBuffer.allocate(4 * frame);
        for (int i = 0; i < 4; i++) {
            out.putInt(i * frame, 0xFFFB10C0);
        }
        return out.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
