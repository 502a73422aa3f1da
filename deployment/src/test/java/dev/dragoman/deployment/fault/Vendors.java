// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.fault;

import io.quarkus.test.QuarkusUnitTest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application under test, and what its streams say. */
final class Vendors {
    private static final String HOST = "http://localhost:8081/";
    private static final Pattern CONTENT = Pattern.compile("\"(?:content|text)\":\"([^\"]*)\"");

    private Vendors() {}

    /** @param more classes of the application */
    static QuarkusUnitTest application(Class<?>... more) {
        QuarkusUnitTest application = new QuarkusUnitTest()
                .withApplicationRoot(jar -> jar.addClasses(
                                FaultyVendors.class,
                                Shape.class,
                                OpenAiShape.class,
                                AnthropicShape.class,
                                Fault.class,
                                Vendors.class)
                        .addClasses(more))
                .overrideConfigKey("quarkus.dragoman.gateway.enabled", "true")
                .overrideRuntimeConfigKey("quarkus.dragoman.max-attempts", "5");
        provider(application, "open", "openai", HOST + "open/v1");
        provider(application, "claude", "anthropic", HOST + "claude");
        provider(application, "spare", "openai", HOST + "spare/v1");
        provider(application, "spareclaude", "anthropic", HOST + "spareclaude");
        for (String ring : List.of("ring1", "ring2")) {
            provider(application, ring, "openai", HOST + "open/v1");
            set(application, "provider." + ring + ".api-keys", "fake-key-1,fake-key-2,fake-key-3");
        }
        alias(application, "whole-keys", "ring1/m");
        alias(application, "streamed-keys", "ring2/m");
        for (String primary : List.of("open", "claude")) {
            alias(application, "single-" + primary, primary + "/m");
            alias(application, "pair-" + primary, primary + "/m,spare/m");
            // Limits that run out only where the vendor says nothing at all: no answer of it races against them.
            String hasty = "hasty" + primary;
            provider(application, hasty, adapter(primary), url(primary));
            set(application, "provider." + hasty + ".first-token-timeout", "400ms");
            set(application, "provider." + hasty + ".request-timeout", "400ms");
            alias(application, "hasty-" + primary, hasty + "/m,spare/m");
            target(application, "hasty-" + primary, hasty + "/m", "max-retries", "0");
            String pausing = "pausing" + primary;
            provider(application, pausing, adapter(primary), url(primary));
            set(application, "provider." + pausing + ".stream-idle-timeout", "400ms");
            String impatient = "impatient-" + primary;
            alias(application, impatient, primary + "/m,spare/m");
            target(application, impatient, primary + "/m", "first-token-timeout", "400ms");
            target(application, impatient, primary + "/m", "request-timeout", "400ms");
            target(application, impatient, primary + "/m", "max-retries", "0");
            alias(application, "restless-" + primary, primary + "/m");
            target(application, "restless-" + primary, primary + "/m", "stream-idle-timeout", "400ms");
            alias(application, "shops-" + primary, primary + "/m,spare/m");
            set(application, "model.shops-" + primary + ".shop-content-filters", "true");
            alias(application, "larger-" + primary, primary + "/m,spare/m");
            target(application, "larger-" + primary, primary + "/m", "context-window", "1000");
            target(application, "larger-" + primary, "spare/m", "context-window", "2000");
            alias(application, "continued-" + primary, pausing + "/m,spare/m,spareclaude/claude-sonnet-4-5");
            alias(application, "alone-" + primary, pausing + "/m,spare/m");
            breaker(application, primary, "f", "10m");
            breaker(application, primary, "p", "1ms");
        }
        return application;
    }

    /** Providers whose breakers open after two failures. */
    private static void breaker(QuarkusUnitTest application, String primary, String name, String delay) {
        for (String number : List.of("1", "2")) {
            String provider = name + number + primary;
            provider(application, provider, adapter(primary), url(primary));
            set(application, "provider." + provider + ".max-retries", "0");
            set(application, "provider." + provider + ".circuit-breaker.requests", "2");
            set(application, "provider." + provider + ".circuit-breaker.delay", delay);
            alias(
                    application,
                    (name.equals("f") ? "flapping" : "probed") + number + "-" + primary,
                    provider + "/m,spare/m");
        }
    }

    private static void provider(QuarkusUnitTest application, String name, String adapter, String url) {
        set(application, "provider." + name + ".adapter", adapter);
        set(application, "provider." + name + ".base-url", url);
        set(application, "provider." + name + ".api-key", "fake-key");
        set(application, "provider." + name + ".retry-delay", "2ms");
        set(application, "provider." + name + ".max-retry-delay", "1s");
        set(application, "provider." + name + ".retry-ratio", "1");
        set(application, "provider." + name + ".circuit-breaker.requests", "1000");
    }

    private static String adapter(String shape) {
        return shape.equals("open") ? "openai" : "anthropic";
    }

    private static String url(String shape) {
        return HOST + shape + (shape.equals("open") ? "/v1" : "");
    }

    private static void alias(QuarkusUnitTest application, String name, String targets) {
        set(application, "model." + name + ".targets", targets);
    }

    private static void target(
            QuarkusUnitTest application, String alias, String target, String property, String value) {
        set(application, "model." + alias + ".target.\"" + target + "\"." + property, value);
    }

    private static void set(QuarkusUnitTest application, String property, String value) {
        application.overrideRuntimeConfigKey("quarkus.dragoman." + property, value);
    }

    /** All text of a stream, joined. */
    static String text(String stream) {
        StringBuilder text = new StringBuilder();
        Matcher matcher = CONTENT.matcher(stream);
        while (matcher.find()) {
            text.append(matcher.group(1));
        }
        return text.toString();
    }
}
