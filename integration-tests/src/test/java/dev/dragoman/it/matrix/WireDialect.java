// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the bodies of one dialect look, read from its folder. It knows nothing of our codecs. */
final class WireDialect {
    private static final String ROOT = "/matrix/";

    private final String id;
    private final JsonNode description;
    private final Map<String, Map<Fact, List<Walk>>> ways = new TreeMap<>();

    private WireDialect(String id, JsonNode description) {
        this.id = id;
        this.description = description;
        for (String kind : new String[] {"request", "reply", "stream"}) {
            Map<Fact, List<Walk>> facts = new TreeMap<>();
            description.get(kind).properties().forEach(entry -> {
                List<Walk> walks = new ArrayList<>();
                entry.getValue().forEach(way -> walks.add(new Walk(way.asText())));
                facts.put(Fact.valueOf(entry.getKey().toUpperCase(Locale.ROOT)), walks);
            });
            ways.put(kind, facts);
        }
    }

    /** Reads a dialect's folder. */
    static WireDialect load(String id) {
        byte[] description = bytes(ROOT + id + "/dialect.json");
        if (description == null) {
            throw new IllegalStateException("src/test/resources/matrix/" + id + "/dialect.json is missing");
        }
        return new WireDialect(id, Fact.parse(new String(description, StandardCharsets.UTF_8)));
    }

    String id() {
        return id;
    }

    /** The provider of the gateway that leads to the played vendor of this dialect. */
    String provider() {
        return "played-" + id;
    }

    /** Configuration of that provider. */
    Map<String, String> settings(String vendorRoot) {
        String prefix = "quarkus.dragoman.provider." + provider() + ".";
        Map<String, String> settings = new TreeMap<>();
        settings.put(prefix + "max-retries", "0"); // what is played once is played once
        settings.put(prefix + "circuit-breaker.requests", "100000");
        settings.put(prefix + "adapter", description.get("adapter").asText());
        settings.put(
                prefix + "base-url", vendorRoot + description.path("basePath").asText());
        description
                .path("settings")
                .properties()
                .forEach(entry ->
                        settings.put(prefix + entry.getKey(), entry.getValue().asText()));
        return settings;
    }

    /** Where a client of this dialect sends its request. */
    String clientPath(boolean streamed, String model) {
        return path("clientPath", streamed, model);
    }

    /** Where the vendor of this dialect expects it. */
    String vendorPath(boolean streamed, String model) {
        return path("vendorPath", streamed, model);
    }

    /** Headers that clients of this dialect send besides credentials. */
    Map<String, String> clientHeaders() {
        Map<String, String> headers = new TreeMap<>();
        description
                .path("clientHeaders")
                .properties()
                .forEach(entry -> headers.put(entry.getKey(), entry.getValue().asText()));
        return headers;
    }

    /** The request of a scenario as a client sends it. */
    byte[] request(Scenario scenario, String model) {
        ObjectNode body = (ObjectNode) Fact.parse(text(scenario.folder() + "/request.json"));
        if (!description.get("clientPath").get("whole").asText().contains("{model}")) {
            body.put("model", model);
        }
        JsonNode flags = description.path("flags").path(scenario.streamed() ? "streamed" : "whole");
        flags.properties().forEach(entry -> body.set(entry.getKey(), entry.getValue()));
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The vendor's answer as a body. */
    String reply(Scenario scenario) {
        return text(scenario.answer() + "/reply.json");
    }

    /** The vendor's streamed answer: the bytes of each frame. */
    List<byte[]> stream(Scenario scenario) {
        return Framings.of(mediaType()).split(text(scenario.answer() + "/reply.stream"));
    }

    /** The media type of its streams. */
    String mediaType() {
        return description.get("mediaType").asText();
    }

    /** Name of the class of the adapter's tests that knows the grammar of its streams. */
    String laws() {
        return description.get("laws").asText();
    }

    List<String> inRequest(Fact fact, JsonNode body) {
        return read("request", fact, List.of(body));
    }

    List<String> inReply(Fact fact, JsonNode body) {
        return read("reply", fact, List.of(body));
    }

    List<String> inStream(Fact fact, List<JsonNode> frames) {
        return read("stream", fact, frames);
    }

    /** The dialect's words for a way to end. */
    List<String> finishWords(String canonical) {
        List<String> words = new ArrayList<>();
        description.get("finish").path(canonical).forEach(word -> words.add(word.asText()));
        return words;
    }

    /** How the vendor says an error of this class, and what a client is told of one. */
    WireError error(String kind) {
        JsonNode error = description.get("errors").get(kind);
        if (error == null) {
            throw new IllegalStateException(id + " describes no error " + kind);
        }
        return new WireError(error);
    }

    /** Why this scenario cannot be played with this dialect; {@code null} if it can. */
    @Nullable String exempt(Scenario scenario) {
        JsonNode reason = description.path("cannot").get(scenario.folderName());
        return reason == null ? null : reason.asText();
    }

    private List<String> read(String kind, Fact fact, List<JsonNode> bodies) {
        return fact.read(ways.getOrDefault(kind, Map.of()).getOrDefault(fact, List.of()), bodies);
    }

    private String path(String kind, boolean streamed, String model) {
        return description
                .get(kind)
                .get(streamed ? "streamed" : "whole")
                .asText()
                .replace("{model}", URLEncoder.encode(model, StandardCharsets.UTF_8));
    }

    private String text(String file) {
        byte[] bytes = bytes(ROOT + id + "/" + file);
        if (bytes == null) {
            throw new IllegalStateException("src/test/resources/matrix/" + id + "/" + file + " is missing");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] bytes(String resource) {
        try (InputStream in = WireDialect.class.getResourceAsStream(resource)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
