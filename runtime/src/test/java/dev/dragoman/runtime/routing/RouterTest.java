// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dragoman.dialect.ModelEntry;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.runtime.guard.GuardSettings;
import dev.dragoman.runtime.guard.TargetGuard;
import dev.dragoman.runtime.provider.Providers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouterTest {
    private final NamedProvider openrouter = new NamedProvider("openrouter", List.of("a/b"));
    private final NamedProvider openai = new NamedProvider("openai", List.of());
    private final Providers providers = new Providers(List.of(openrouter, openai));
    private final Map<String, Pool> aliases =
            Map.of("fast", pool(new Route(openai, "gpt-x")), "openai/old", pool(new Route(openai, "new")));

    private static Pool pool(Route route) {
        return Pool.of("alias", new Target(route, new TargetGuard(route.name(), GuardSettings.DEFAULT)));
    }

    @Test
    void cuts_at_the_first_slash() {
        Route route = new Router(providers, aliases, null).route("openrouter/meta-llama/llama-3");
        assertThat(route).isEqualTo(new Route(openrouter, "meta-llama/llama-3"));
        assertThat(route.name()).isEqualTo("openrouter/meta-llama/llama-3");
    }

    @Test
    void an_alias_wins() {
        Router router = new Router(providers, aliases, openrouter);
        assertThat(router.route("fast")).isEqualTo(new Route(openai, "gpt-x"));
        assertThat(router.route("openai/old")).isEqualTo(new Route(openai, "new"));
    }

    @Test
    void a_name_without_a_provider_goes_whole_to_the_default_provider() {
        Router router = new Router(providers, Map.of(), openrouter);
        assertThat(router.route("gpt-x")).isEqualTo(new Route(openrouter, "gpt-x"));
        assertThat(router.route("meta-llama/llama-3")).isEqualTo(new Route(openrouter, "meta-llama/llama-3"));
    }

    @Test
    void an_unknown_name_is_told_what_there_is() {
        for (String model : List.of("gpt-x", "nobody/gpt-x", "openai/", "/x", "")) {
            ChatException e =
                    catchThrowableOfType(ChatException.class, () -> new Router(providers, aliases, null).route(model));
            assertThat(e.error().kind()).isEqualTo(ErrorKind.NOT_FOUND);
            assertThat(e.error().code()).isEqualTo("model_not_found");
            assertThat(e.error().param()).isEqualTo("model");
            assertThat(e).hasMessageContaining("openai, openrouter").hasMessageContaining("fast, openai/old");
        }
    }

    @Test
    void a_long_name_is_not_repeated_whole() {
        ChatException e = catchThrowableOfType(
                ChatException.class, () -> new Router(providers, Map.of(), null).route("x".repeat(100_000)));
        assertThat(e.getMessage()).hasSizeLessThan(500);
    }

    @Test
    void lists_aliases_and_what_providers_name() {
        assertThat(new Router(providers, aliases, null).models())
                .extracting(ModelEntry::id)
                .containsExactly("fast", "openai/old", "openrouter/a/b");
    }

    @Test
    void shows_any_model_that_it_can_route() {
        Router router = new Router(providers, aliases, null);
        assertThat(router.model("openai/unlisted").owner()).isEqualTo("openai");
        assertThat(router.model("fast").owner()).isEqualTo("dragoman");
    }
}
