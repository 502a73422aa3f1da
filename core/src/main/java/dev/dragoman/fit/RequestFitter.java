// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.fit;

import dev.dragoman.dialect.ExtensionWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.CacheHint;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.content.Video;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.prepare.CacheHints;
import dev.dragoman.prepare.ObjectArguments;
import dev.dragoman.prepare.PartFitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fits the parts of a request's messages for a vendor. The usual dialect has no breakpoints, no signatures but those of reasoning
 * and neither sound nor films; one that has overrides the hook or the case. One for each request.
 */
public abstract class RequestFitter extends PartFitting implements PartFitter {
    private Role role = Role.USER;

    /**
     * A fitter for one request.
     *
     * @param extensions those of the dialect
     */
    protected RequestFitter(ExtensionWriter extensions) {
        super(extensions, new Losses());
    }

    /** Parts of a result are fitted within it, so that the part around is taken up again. */
    @Override
    public @Nullable Part fit(Part part, Role partRole, String partPath, Losses partLosses) {
        Role outerRole = role;
        String outerPath = path();
        Losses outerLosses = losses();
        role = partRole;
        turnTo(partPath, partLosses);
        Part fitted = part.accept(this).orElse(null);
        role = outerRole;
        turnTo(outerPath, outerLosses);
        return fitted;
    }

    /** Whose message the part at hand stands in. */
    protected final Role role() {
        return role;
    }

    /** Whether the part at hand is something that the model said. */
    protected final boolean isModels() {
        return role == Role.ASSISTANT;
    }

    /** Whether the part at hand stands where the usual dialect takes media: with the user or in a tool's result. */
    protected final boolean takesMedia() {
        return role == Role.USER || role == Role.TOOL;
    }

    /** The breakpoint that a part keeps; {@code null} if it has none or cannot keep it. */
    protected @Nullable CacheHint cache(Part part) {
        note(CacheHints.of(part) != null, ".cache", "there are no caching breakpoints");
        return null;
    }

    /** The signature that a text or a call keeps; {@code null} if it has none or cannot keep it. */
    protected @Nullable Signature signature(@Nullable Signature signature) {
        lost(signature != null, ".signature", "only reasoning is signed there");
        return null;
    }

    /** What is cited stands in the model's texts. */
    @Override
    protected List<Citation> citations(Text text) {
        if (isModels()) {
            return super.citations(text);
        }
        for (int i = 0; i < text.citations().size(); i++) {
            note(true, ".citations[" + i + "]", "only the model's texts carry citations");
        }
        return List.of();
    }

    @Override
    public Optional<Part> text(Text part) {
        return Optional.of(
                new Text(part.text(), citations(part), signature(part.signature()), cache(part), extensions(part)));
    }

    @Override
    public Optional<Part> audio(Audio part) {
        return dropped("this dialect has no sound");
    }

    @Override
    public Optional<Part> video(Video part) {
        return dropped("this dialect has no films");
    }

    @Override
    public Optional<Part> toolCall(ToolCall part) {
        return Optional.of(new ToolCall(
                part.id(),
                part.kind(),
                part.name(),
                arguments(part),
                signature(part.signature()),
                cache(part),
                extensions(part)));
    }

    /** The arguments of a call, by default the text that they are. */
    protected String arguments(ToolCall call) {
        return call.arguments();
    }

    /** The arguments of a call where those of functions are written as an object. */
    protected final String objectArguments(ToolCall call) {
        if (call.kind() == ToolKind.FUNCTION) {
            ObjectArguments.report(call.arguments(), path() + ".arguments", losses());
        }
        return call.arguments();
    }

    /** The parts of a tool's result that the dialect can say. */
    protected final List<Part> content(ToolResult result) {
        List<Part> content = new ArrayList<>(result.content().size());
        for (int i = 0; i < result.content().size(); i++) {
            Part fitted = content(result.content().get(i), path() + ".content[" + i + "]");
            if (fitted != null) {
                content.add(fitted);
            }
        }
        return content;
    }

    /** A part of a tool's result as the dialect can say it; {@code null} if it cannot. */
    protected @Nullable Part content(Part part, String contentPath) {
        return fit(part, Role.TOOL, contentPath, losses());
    }

    /** Reports the name of a result's tool, where the id of the call alone tells it. */
    protected final void unnamed(ToolResult result) {
        note(result.name() != null, ".name", "a result names the call, not the tool");
    }

    /** Reports whether a tool failed, where a result does not tell it. */
    protected final void unmarked(ToolResult result) {
        if (result.error() != null) {
            losses().add(
                            LossKind.DROPPED,
                            result.error() ? Severity.CHANGES_ANSWER : Severity.NOTE,
                            path() + ".error",
                            "a result has no mark of failure");
        }
    }

    /** What seals reasoning is for its issuer only, and a vendor refuses what it did not make. */
    @Override
    public Optional<Part> reasoning(Reasoning part) {
        if (!isModels()) {
            return dropped("reasoning stands in the model's messages only");
        }
        return issuedHere(part) ? ownReasoning(part) : dropped("reasoning goes back to its issuer only");
    }

    /** Whether the vendor, or the model where that counts, made this reasoning and so takes it back. */
    protected abstract boolean issuedHere(Reasoning part);

    /** Reasoning that was issued here, as the dialect can say it. */
    protected abstract Optional<Part> ownReasoning(Reasoning part);

    /** Reasoning of a dialect that takes it back only as it was sealed: a text with its signature, and encrypted data. */
    protected final Optional<Part> sealedReasoning(Reasoning part) {
        if (!part.isSealed()) {
            return dropped("reasoning without a signature cannot be sent back");
        }
        String reason = "reasoning has text and a signature only";
        lost(!part.summary().isEmpty(), ".summary", reason);
        lost(part.id() != null, ".id", reason);
        lost(part.signature() == null && part.text() != null, ".text", reason);
        boolean two = part.signature() != null && part.encrypted() != null;
        note(LossKind.MOVED, two, "", "signed and encrypted reasoning are two blocks");
        return Optional.of(new Reasoning(
                part.text(), List.of(), part.signature(), part.encrypted(), null, part.origin(), extensions(part)));
    }
}
