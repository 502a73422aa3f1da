// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.provider;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.ExtensionWriter;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Message;
import dev.dragoman.runtime.Ids;
import dev.dragoman.runtime.demo.DemoModel;
import dev.dragoman.runtime.guard.GuardSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** The built-in provider: {@link DemoModel}, which takes everything the canonical model can say. */
public final class DemoProvider implements Provider {
    /** Its name, and that of its adapter. */
    public static final String NAME = "demo";

    private static final ExtensionWriter FOREIGN = new ExtensionWriter(NAME, Set.of());

    private final DemoModel model = new DemoModel(InstantSource.system(), Ids::next);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String adapter() {
        return NAME;
    }

    @Override
    public List<String> models() {
        return DemoModel.models();
    }

    /** What fails on purpose would fail again. */
    @Override
    public GuardSettings guards() {
        GuardSettings.Breaker never = new GuardSettings.Breaker(1000, 1, Duration.ofMillis(1), 1);
        return new GuardSettings(
                        GuardSettings.DEFAULT.retries(), never, GuardSettings.DEFAULT.total(), Integer.MAX_VALUE - 1)
                .withRetries(0);
    }

    @Override
    public boolean speaks(Dialect dialect) {
        return false;
    }

    @Override
    public ProviderCall call(ChatRequest request, Losses losses) {
        report(request, losses);
        return new DemoCall(model, request);
    }

    /** The model takes all of the canonical request, and nothing that only one dialect knows. */
    private static void report(ChatRequest request, Losses losses) {
        FOREIGN.dropAll(request.extensions(), "", losses);
        for (int i = 0; i < request.tools().size(); i++) {
            FOREIGN.dropAll(request.tools().get(i).extensions(), "tools[" + i + "]", losses);
        }
        for (int i = 0; i < request.messages().size(); i++) {
            Message message = request.messages().get(i);
            FOREIGN.dropAll(message.extensions(), "messages[" + i + "]", losses);
            for (int j = 0; j < message.parts().size(); j++) {
                FOREIGN.dropAll(message.parts().get(j).extensions(), "messages[" + i + "].parts[" + j + "]", losses);
            }
        }
    }

    @Override
    public ProviderCall forward(WireRequest wire, ChatRequest request, String modelName, Losses losses) {
        throw new UnsupportedOperationException("the demo model speaks no dialect");
    }

    @Override
    public TokenCounter counter() {
        return new TokenCounter() {
            @Override
            public TokenCall count(ChatRequest request, Losses losses) {
                report(request, losses);
                return sink -> {
                    sink.counted(DemoModel.inputTokens(request));
                    return () -> {};
                };
            }

            @Override
            public TokenCall forward(WireRequest wire, String modelName, Losses losses) {
                throw new UnsupportedOperationException("the demo model speaks no dialect");
            }
        };
    }
}
