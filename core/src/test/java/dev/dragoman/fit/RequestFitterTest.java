// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.dialect.ExtensionWriter;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.CacheHint;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestFitterTest {
    private final Losses losses = new Losses();

    private final RequestFitter fitter = new RequestFitter(new ExtensionWriter("mine", Set.of())) {
        @Override
        protected boolean issuedHere(Reasoning part) {
            return part.origin() != null && part.origin().vendor().equals("here");
        }

        @Override
        protected Optional<Part> ownReasoning(Reasoning part) {
            return Optional.of(part);
        }

        @Override
        public Optional<Part> image(Image part) {
            return dropped("no pictures");
        }

        @Override
        public Optional<Part> document(Document part) {
            return dropped("no files");
        }

        @Override
        public Optional<Part> toolResult(ToolResult part) {
            List<Part> content = content(part);
            unmarked(part);
            return Optional.of(new ToolResult(part.callId(), part.name(), content, null, null, bare(part)));
        }
    };

    @Test
    void a_result_is_gone_on_with_after_its_parts() {
        Text marked = new Text("sunny", List.of(), null, CacheHint.DEFAULT, Extensions.NONE);
        ToolResult result = new ToolResult("call_1", null, List.of(marked), true, null, Extensions.NONE);

        assertThat(fitter.fit(result, Role.TOOL, "messages[2].parts[0]", losses))
                .isEqualTo(new ToolResult("call_1", null, List.of(Text.of("sunny")), null, null, Extensions.NONE));
        assertThat(losses.toList())
                .extracting(Loss::path)
                .containsExactly("messages[2].parts[0].content[0].cache", "messages[2].parts[0].error");
    }

    @Test
    void reasoning_goes_back_to_its_issuer_and_from_the_model_only() {
        Reasoning own = Reasoning.of("think", new Origin("here", null));

        assertThat(fitter.fit(own, Role.ASSISTANT, "a", losses)).isEqualTo(own);
        assertThat(fitter.fit(own, Role.USER, "b", losses)).isNull();
        assertThat(fitter.fit(Reasoning.of("think", new Origin("there", null)), Role.ASSISTANT, "c", losses))
                .isNull();
        assertThat(losses.toList()).extracting(Loss::path).containsExactly("b", "c");
    }
}
