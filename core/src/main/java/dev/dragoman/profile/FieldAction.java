// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a rule does with a field. Immutable. */
public abstract sealed class FieldAction {
    /** For the actions below. */
    private FieldAction() {}

    /** Towards a vendor. */
    abstract void outgoing(FieldSite site);

    /** From a client. By default nothing: what this profile's vendor would not take, another may. */
    void incoming(FieldSite site) {}

    /** Leaves the field out and reports it. */
    public static final class Drop extends FieldAction {
        private final @Nullable RawJson assumed;

        /** Nothing takes its place. */
        public Drop() {
            this(null);
        }

        /** @param assumed what clients of the profile mean who leave it out, where the dialect demands it */
        public Drop(@Nullable RawJson assumed) {
            this.assumed = assumed;
        }

        @Override
        void outgoing(FieldSite site) {
            if (site.isPresent()) {
                site.remove();
                site.lost(LossKind.DROPPED, "the vendor does not take it");
            }
        }

        @Override
        void incoming(FieldSite site) {
            if (assumed != null && !site.isPresent()) {
                site.set(assumed);
            }
        }
    }

    /** Leaves the field out without a report: what it says is said elsewhere, or was our own addition. */
    public static final class Omit extends FieldAction {
        @Override
        void outgoing(FieldSite site) {
            site.remove();
        }
    }

    /** Refuses the request. */
    public static final class Refuse extends FieldAction {
        @Override
        void outgoing(FieldSite site) {
            if (site.value() != null) {
                throw site.refused("the vendor does not take it");
            }
        }
    }

    /**
     * The dialect's codecs do without the field: they say otherwise what it says, such as several answers by several requests, or
     * report it. What a body that passes through says there is for the vendor to answer.
     */
    public static final class Avoid extends FieldAction {
        @Override
        void outgoing(FieldSite site) {}
    }

    /** Puts the field elsewhere: under another name in its object, or at a path from the top. */
    public static final class Move extends FieldAction {
        private final FieldPath target;
        private final boolean beside;

        /** @param beside whether the target is a name in the same object */
        public Move(FieldPath target, boolean beside) {
            this.target = target;
            this.beside = beside;
        }

        FieldPath target() {
            return target;
        }

        @Override
        void outgoing(FieldSite site) {
            if (!site.isPresent()) {
                return;
            }
            if (beside) {
                site.parent().rename(site.name(), target.name());
                return;
            }
            RawJson value = site.parent().get(site.name());
            ObjectDraft parent = target.makeParent(site.body());
            if (parent != null && value != null) {
                parent.set(target.name(), value);
                site.remove();
            }
        }

        @Override
        void incoming(FieldSite site) {
            if (site.isPresent()) {
                return;
            }
            if (beside) {
                if (site.parent().has(target.name())) {
                    site.parent().rename(target.name(), site.name());
                    if (site.parent() == site.body()) {
                        site.run().foreignName(site.name(), target.name());
                    }
                }
                return;
            }
            RawJson[] found = {null};
            target.visit(site.body(), (parent, name, path) -> found[0] = parent.get(name));
            if (found[0] != null) {
                target.prune(site.body());
                site.set(Objects.requireNonNull(found[0]));
            }
        }
    }

    /** Says the same at another place, too. */
    public static final class Copy extends FieldAction {
        private final FieldPath target;

        /** @param target a path from the top, without arrays */
        public Copy(FieldPath target) {
            this.target = target;
        }

        @Override
        void outgoing(FieldSite site) {
            RawJson value = site.value();
            ObjectDraft parent = value == null ? null : target.makeParent(site.body());
            if (parent != null && value != null && !parent.has(target.name())) {
                parent.set(target.name(), value);
            }
        }
    }

    /** Brings a number into a range. */
    public static final class Clamp extends FieldAction {
        private final Range range;
        private final boolean refuses;

        /** @param refuses whether a number outside is refused instead */
        public Clamp(Range range, boolean refuses) {
            this.range = range;
            this.refuses = refuses;
        }

        @Override
        void outgoing(FieldSite site) {
            Double number = JsonWords.number(site.value());
            if (number == null || range.contains(number)) {
                return;
            }
            if (refuses) {
                throw site.refused("it must be within " + range);
            }
            double nearest = range.nearest(number);
            site.set(JsonWords.of(nearest));
            site.lost(LossKind.CLAMPED, "brought into the range " + range);
        }

        @Override
        void incoming(FieldSite site) {
            outgoing(site);
        }
    }

    /** Replaces a word by the vendor's own. Words that are not listed go as they are, or are dropped. */
    public static final class Translate extends FieldAction {
        private final Map<String, RawJson> words;
        private final boolean closed;
        private final boolean silently;

        /**
         * @param closed whether what is not listed is left out
         * @param silently whether the vendor's words mean the same
         */
        public Translate(Map<String, RawJson> words, boolean closed, boolean silently) {
            this.words = new LinkedHashMap<>(words);
            this.closed = closed;
            this.silently = silently;
        }

        @Override
        void outgoing(FieldSite site) {
            String word = JsonWords.word(site.value());
            RawJson replacement = word == null ? null : words.get(word);
            if (replacement != null) {
                if (!JsonWords.is(replacement, Objects.requireNonNull(word))) {
                    site.set(replacement);
                    if (!silently) {
                        site.lost(LossKind.APPROXIMATED, "the vendor's nearest is " + JsonWords.word(replacement));
                    }
                }
            } else if (closed && site.value() != null) {
                site.remove();
                site.lost(LossKind.DROPPED, "the vendor knows " + String.join(", ", words.keySet()) + " only");
            }
        }

        @Override
        void incoming(FieldSite site) {
            String word = JsonWords.word(site.value());
            if (!silently || word == null || words.containsKey(word)) {
                return; // an approximation has no way back
            }
            words.forEach((own, vendors) -> {
                if (JsonWords.is(vendors, word)) {
                    boolean plain = own.equals("true") || own.equals("false");
                    site.set(plain ? RawJson.parse(own) : RawJson.string(own));
                }
            });
        }
    }

    /** Keeps so many elements of an array, or so many characters of a text. */
    public static final class Limit extends FieldAction {
        private final int most;
        private final boolean characters;

        /**
         * @param most largest number
         * @param characters whether characters of a text are counted instead of elements
         */
        public Limit(int most, boolean characters) {
            this.most = most;
            this.characters = characters;
        }

        @Override
        void outgoing(FieldSite site) {
            if (characters) {
                String text = JsonWords.word(site.value());
                if (text != null && text.codePointCount(0, text.length()) > most) {
                    site.set(JsonWords.string(text.substring(0, text.offsetByCodePoints(0, most))));
                    site.lost(LossKind.CLAMPED, "the vendor takes " + most + " characters at most");
                }
                return;
            }
            ArrayDraft array = site.parent().array(site.name());
            if (array != null && array.size() > most) {
                array.truncate(most);
                site.lost(LossKind.CLAMPED, "the vendor takes " + most + " at most");
            }
        }
    }

    /** Writes a fixed value: always, or where the field is absent. */
    public static final class Put extends FieldAction {
        private final RawJson value;
        private final boolean always;
        private final boolean silently;

        /**
         * @param always whether it replaces what is there
         * @param silently whether it is a matter of the vendor's wire format alone, so that nobody needs a report
         */
        public Put(RawJson value, boolean always, boolean silently) {
            this.value = value;
            this.always = always;
            this.silently = silently;
        }

        @Override
        void outgoing(FieldSite site) {
            RawJson before = site.value();
            if (Objects.equals(value, before) || (before != null && !always)) {
                return;
            }
            site.set(value);
            if (!silently) {
                String word = JsonWords.word(value);
                site.lost(
                        before == null ? LossKind.DEFAULTED : LossKind.APPROXIMATED,
                        "the vendor demands " + (word == null ? "a value of its own" : word));
            }
        }

        @Override
        void incoming(FieldSite site) {
            if (silently && Objects.equals(value, site.value())) {
                site.remove();
            }
        }
    }

    /** Writes a single value as an array of one. */
    public static final class Wrap extends FieldAction {
        @Override
        void outgoing(FieldSite site) {
            RawJson value = site.value();
            if (value != null && !value.isArray()) {
                site.set(RawJson.parse("[" + value + "]"));
            }
        }
    }

    /** Joins the texts of an array of parts to one string, where there is nothing but texts. */
    public static final class Join extends FieldAction {
        @Override
        void outgoing(FieldSite site) {
            ArrayDraft parts = site.parent().array(site.name());
            if (parts == null) {
                return;
            }
            StringBuilder joined = new StringBuilder();
            for (int i = 0; i < parts.size(); i++) {
                ObjectDraft part = parts.object(i);
                String text = part == null
                                || !JsonWords.is(part.get("type"), "text")
                                || part.names().size() > 2
                        ? null
                        : JsonWords.word(part.get("text"));
                if (text == null) {
                    return;
                }
                joined.append(text);
            }
            site.set(JsonWords.string(joined.toString()));
            if (parts.size() != 1) {
                site.lost(LossKind.MOVED, "the vendor takes one text");
            }
        }
    }

    /** Demands that a word fits a pattern in which {@code *} stands for any characters. */
    public static final class Match extends FieldAction {
        private final String pattern;

        /** @param pattern such as {@code *}{@code /*} */
        public Match(String pattern) {
            this.pattern = pattern;
        }

        @Override
        void outgoing(FieldSite site) {
            String word = JsonWords.word(site.value());
            if (word != null && !Glob.matches(pattern, word)) {
                throw site.refused("it must look like '" + pattern + "'");
            }
        }

        @Override
        void incoming(FieldSite site) {
            outgoing(site);
        }
    }

    /** What an action would look like in a list; for tests and messages. */
    @Override
    public String toString() {
        return getClass().getSimpleName();
    }
}
