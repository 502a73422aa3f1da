// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.testkit.generate.EventStreams;
import dev.dragoman.testkit.generate.RandomRequests;
import dev.dragoman.testkit.generate.RandomResponses;
import dev.dragoman.testkit.model.FieldCase;
import dev.dragoman.testkit.model.ModelFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** What the laws are tried on: each field alone, and random values of which each has a number that makes it again. */
final class Corpus {
    /** Moves all random values to others: {@code -Ddragoman.testkit.seed=1000}. */
    static final String SEED_PROPERTY = "dragoman.testkit.seed";

    private static final int STREAMS = 6;

    private final Courier courier;
    private final Map<String, List<FieldCase<ChatRequest>>> requestFields;
    private final Map<String, List<FieldCase<ChatResponse>>> responseFields;
    private final RandomRequests requests;
    private final RandomResponses responses;

    Corpus(Courier courier) {
        this.courier = courier;
        ModelFields fields = new ModelFields(courier.samples());
        requestFields = byField(fields.ofRequests());
        responseFields = byField(fields.ofResponses());
        requests = new RandomRequests(courier.samples());
        responses = new RandomResponses(courier.samples());
    }

    private static <T> Map<String, List<FieldCase<T>>> byField(List<FieldCase<T>> cases) {
        Map<String, List<FieldCase<T>>> byField = new LinkedHashMap<>();
        cases.forEach(c ->
                byField.computeIfAbsent(c.field(), field -> new ArrayList<>()).add(c));
        return byField;
    }

    Map<String, List<FieldCase<ChatRequest>>> requestFields() {
        return requestFields;
    }

    Map<String, List<FieldCase<ChatResponse>>> responseFields() {
        return responseFields;
    }

    /** So many seeds from the start that the property sets. */
    static LongStream seeds(int count) {
        long first = Long.getLong(SEED_PROPERTY, 0L);
        return LongStream.range(first, first + count);
    }

    ChatRequest request(long seed) {
        return requests.of(seed);
    }

    ChatResponse response(long seed) {
        return responses.of(seed);
    }

    /** The bytes of this answer, streamed in small steps. */
    byte[] stream(ChatResponse response, long seed) {
        List<ChatEvent> events = EventStreams.of(response, seed);
        return Streams.write(courier.dialect(), courier.toClient(new Losses()), events);
    }

    /** A few streams of moderate size, by the seed that made them. */
    Map<String, byte[]> streams() {
        Map<String, byte[]> streams = new LinkedHashMap<>();
        seeds(STREAMS).forEach(seed -> streams.put("random " + seed, stream(response(seed), seed)));
        return streams;
    }
}
