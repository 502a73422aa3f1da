// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.fit;

import dev.dragoman.dialect.ExtensionWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part at hand, and the reports of what its dialect cannot say of it. A case gives the part as the dialect says it, or nothing
 * if it cannot say it at all. Not thread-safe.
 */
public abstract class PartFitting implements Part.Cases<Optional<Part>> {
    private final ExtensionWriter extensions;
    private Losses losses;
    private String path = "";

    /** @param extensions those of the dialect */
    PartFitting(ExtensionWriter extensions, Losses losses) {
        this.extensions = extensions;
        this.losses = losses;
    }

    /** Goes on with another part. */
    final void turnTo(String newPath, Losses newLosses) {
        path = newPath;
        losses = newLosses;
    }

    /** Canonical path of the part at hand. */
    protected final String path() {
        return path;
    }

    /** Where the losses of the part at hand are collected. */
    protected final Losses losses() {
        return losses;
    }

    /** No part, and the report of it. */
    protected final Optional<Part> dropped(String reason) {
        losses.dropped(path, reason);
        return Optional.empty();
    }

    /**
     * Reports a member that is left out, as serious as its path makes it.
     *
     * @param present whether the part has it at all
     * @param member path below the part, with its dot
     */
    protected final void lost(boolean present, String member, String reason) {
        if (present) {
            losses.dropped(path + member, reason);
        }
    }

    /** Reports a member that is left out, without which the answer is the same. */
    protected final void note(boolean present, String member, String reason) {
        note(LossKind.DROPPED, present, member, reason);
    }

    /** Reports what becomes of a member, where that does not change the answer. */
    protected final void note(LossKind kind, boolean present, String member, String reason) {
        if (present) {
            losses.add(kind, Severity.NOTE, path + member, reason);
        }
    }

    /**
     * The extensions that a part keeps: the dialect's own. Dialects whose parts are no objects, so that they have no place for
     * any, say {@link #bare}.
     */
    protected Extensions extensions(Part part) {
        return extensions.own(part.extensions(), path, losses);
    }

    /** No extensions, and the report of those that the part has. */
    protected final Extensions bare(Part part) {
        extensions.dropAll(part.extensions(), path, losses);
        return Extensions.NONE;
    }

    /** The citations of a text that the dialect can say. */
    protected List<Citation> citations(Text text) {
        List<Citation> cited = text.citations();
        if (cited.isEmpty()) {
            return cited;
        }
        List<Citation> fitted = new ArrayList<>(cited.size());
        for (int i = 0; i < cited.size(); i++) {
            Citation citation = citation(cited.get(i), text, path + ".citations[" + i + "]");
            if (citation != null) {
                fitted.add(citation);
            }
        }
        return fitted;
    }

    /**
     * A citation as the dialect can say it; {@code null} if it cannot. Unless a dialect overrides this it has none.
     *
     * @param text the text that it stands in
     * @param citationPath its canonical path
     */
    protected @Nullable Citation citation(Citation citation, Text text, String citationPath) {
        losses.add(LossKind.DROPPED, Severity.NOTE, citationPath, "texts carry no citations");
        return null;
    }

    /** Few dialects have a place for refusals. */
    @Override
    public Optional<Part> refusal(Refusal part) {
        losses.approximated(path, "a refusal is a text there");
        return Optional.of(new Text(part.text(), List.of(), null, null, extensions(part)));
    }

    @Override
    public Optional<Part> opaque(Opaque part) {
        return part.dialect().equals(extensions.dialect())
                ? Optional.of(part)
                : dropped("a part that only " + part.dialect() + " knows");
    }
}
