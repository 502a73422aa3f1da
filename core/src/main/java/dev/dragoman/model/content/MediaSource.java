// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.content;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the bytes of a picture, sound, film or file are. */
public sealed interface MediaSource {
    /** Dispatches without casts. */
    <R> R accept(Cases<R> cases);

    /**
     * At an address that the vendor fetches.
     *
     * @param url an {@code http}, {@code https}, {@code gs} or {@code s3} address; never a {@code data:} URL
     * @param mediaType media type such as {@code image/png}; {@code null} if unknown
     */
    record Url(String url, @Nullable String mediaType) implements MediaSource {
        /** Checks that nothing required is missing. */
        public Url {
            Objects.requireNonNull(url, "url");
        }

        /** An address of unknown media type. */
        public static Url of(String url) {
            return new Url(url, null);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.url(this);
        }

        /** No address: it may hold a signature that opens it. */
        @Override
        public String toString() {
            return "Url[" + url.length() + " characters, mediaType=" + mediaType + "]";
        }
    }

    /**
     * Here, in base64.
     *
     * @param mediaType media type such as {@code image/png}; {@code null} if unknown
     * @param data base64 with padding, as it was written: neither decoded nor checked
     */
    record Base64(@Nullable String mediaType, String data) implements MediaSource {
        /** Checks that nothing required is missing. */
        public Base64 {
            Objects.requireNonNull(data, "data");
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.base64(this);
        }

        @Override
        public String toString() {
            return "Base64[" + mediaType + ", " + data.length() + " characters]";
        }
    }

    /**
     * With the vendor, uploaded before. Ids mean something to their vendor only.
     *
     * @param id the vendor's id
     * @param mediaType media type; {@code null} if unknown
     */
    record FileId(String id, @Nullable String mediaType) implements MediaSource {
        /** Checks that nothing required is missing. */
        public FileId {
            Objects.requireNonNull(id, "id");
        }

        /** A file of unknown media type. */
        public static FileId of(String id) {
            return new FileId(id, null);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.fileId(this);
        }
    }

    /**
     * Here, as text (Anthropic and Bedrock text documents).
     *
     * @param text the content
     */
    record PlainText(String text) implements MediaSource {
        /** Checks that nothing required is missing. */
        public PlainText {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.plainText(this);
        }

        @Override
        public String toString() {
            return "PlainText[" + text.length() + " characters]";
        }
    }

    /**
     * One method a kind and no defaults.
     *
     * @param <R> what a case gives
     */
    interface Cases<R> {
        /** At an address. */
        R url(Url source);

        /** In base64. */
        R base64(Base64 source);

        /** With the vendor. */
        R fileId(FileId source);

        /** As text. */
        R plainText(PlainText source);
    }
}
