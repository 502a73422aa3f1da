// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Text;
import dev.dragoman.testkit.model.Difference;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The few differences between a value and what is read back that are no loss in any dialect. Everything else a dialect must
 * keep or report.
 */
final class Tolerance {
    /** The vendor's own words and counts, which the decoder takes from the wire; losses, which travel beside the answer. */
    private static final Pattern RAW = Pattern.compile("usage\\.raw|choices\\[\\d+]\\.finishReason\\.raw|losses.*");
    /** What an encoder makes up where the source has none, because its dialect demands it. */
    private static final Set<String> MADE_UP = Set.of("id", "model", "created");

    private static final Pattern ORIGIN = Pattern.compile(".*\\.origin(\\.vendor|\\.model)?");

    /** An element of a tool's result. */
    private static final Pattern RESULT = Pattern.compile("messages\\[\\d+]\\.parts\\[\\d+]\\.content\\[\\d+]");

    /** A share of the tokens. */
    private static final Pattern SHARE = Pattern.compile("usage\\.(input|output)\\.\\w+");

    private Tolerance() {}

    /**
     * Of requests: reasoning that returns to its issuer needs no name of it any more, so the issuer is not on the wire; a tool
     * result of one empty text is one of nothing.
     *
     * @param own the issuer
     */
    static List<Difference> ofRequests(List<Difference> differences, Origin own) {
        return differences.stream()
                .filter(d -> !isSpentOrigin(d, own))
                .filter(d -> !(isEmptyText(d) && RESULT.matcher(d.path()).matches()))
                .toList();
    }

    /** Whether a part that says nothing is gone. */
    private static boolean isEmptyText(Difference difference) {
        return difference.actual() == null
                && difference.expected() instanceof Text text
                && text.text().isEmpty()
                && text.isPlain();
    }

    /** Whether a share of no tokens is gone: vendors report shares that they don't have as zero. */
    private static boolean isEmptyShare(Difference difference) {
        return SHARE.matcher(difference.path()).matches()
                && difference.actual() == null
                && Long.valueOf(0).equals(difference.expected());
    }

    private static boolean isSpentOrigin(Difference difference, Origin own) {
        return difference.path().endsWith(".origin")
                && (difference.expected() == null || own.equals(difference.expected()))
                && (difference.actual() == null || difference.expected() == null);
    }

    /**
     * Of answers: raw values, what was made up, texts that are empty (vendors write one beside tool calls), shares of no tokens,
     * and the origin of reasoning and signatures: whoever reads an answer marks them with the vendor it came through. That clients are told the true origin and bring it back is tried by {@link TurnLaw}.
     */
    static List<Difference> ofResponses(List<Difference> differences) {
        return differences.stream()
                .filter(d -> !RAW.matcher(d.path()).matches())
                .filter(d -> !(d.expected() == null && MADE_UP.contains(d.path())))
                .filter(d -> !isEmptyText(d))
                .filter(d -> !isEmptyShare(d))
                .filter(d -> !ORIGIN.matcher(d.path()).matches())
                .toList();
    }
}
