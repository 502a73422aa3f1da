// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.ErrorCodec;
import dev.dragoman.dialect.ModelListEncoder;
import dev.dragoman.dialect.Negotiation;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.RequestDecoder;
import dev.dragoman.dialect.RequestEncoder;
import dev.dragoman.dialect.RequestForwarder;
import dev.dragoman.dialect.RequestPaths;
import dev.dragoman.dialect.ResponseDecoder;
import dev.dragoman.dialect.ResponseEncoder;
import dev.dragoman.dialect.ServerProbe;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.dialect.TokenCounts;
import dev.dragoman.framing.FrameDecoder;
import dev.dragoman.media.MediaIntake;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.response.ChatResponse;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dialect with the rules of a profile around it, in both roles: requests to the vendor follow its rules and its answers are
 * brought into the family's form; clients of the profile are served the other way round. Where the rules say nothing, the
 * dialect inside does the work. Stateless and thread-safe, as the dialect inside.
 */
public final class ProfiledDialect implements Dialect {
    private final String id;
    private final Dialect base;
    private final ProfileRules rules;
    private final ProfiledRequests requests;
    private final ServedRequests served;
    private final ProfiledReplies replies;
    private final @Nullable ProfiledErrors errors;

    private ProfiledDialect(String id, Dialect base, ProfileRules rules) {
        this.id = id;
        this.base = base;
        this.rules = rules;
        this.errors = rules.errors() == null ? null : new ProfiledErrors(base.errors(), rules.errors());
        this.requests = new ProfiledRequests(base, rules);
        this.served = new ServedRequests(base, rules);
        this.replies = new ProfiledReplies(base, rules, errors);
    }

    /**
     * The dialect as a vendor of these rules speaks it; the dialect itself where there are no rules, so that they cost nothing.
     *
     * @param id id of the profile
     */
    public static Dialect of(String id, Dialect base, ProfileRules rules) {
        return rules.isNone() ? base : new ProfiledDialect(id, base, rules);
    }

    /** Whether two dialects are the same but for the rules of profiles, so that bodies of one can pass through to the other. */
    public static boolean isRelated(Dialect one, Dialect other) {
        return inside(one) == inside(other);
    }

    /**
     * Whether requests of a client can pass through to a vendor. A vendor that leaves fields to those who speak its dialect means
     * the dialect itself: words that a client has of another profile are translated.
     */
    public static boolean takes(Dialect vendor, Dialect client) {
        boolean foreign = vendor instanceof ProfiledDialect own
                && client instanceof ProfiledDialect other
                && own.rules.trustsSpeakers()
                && !other.rules.trustsSpeakers();
        return isRelated(vendor, client) && !foreign;
    }

    private static Dialect inside(Dialect dialect) {
        return dialect instanceof ProfiledDialect profiled ? profiled.base : dialect;
    }

    /**
     * Whether answers of a vendor can pass through to a client of the same family as they are. Frames of a stream may be excepted
     * one by one ({@link StreamDecoder#isRegular()}).
     */
    public static boolean passes(Dialect vendor, Dialect client, boolean stream) {
        if (!isRelated(vendor, client)) {
            return false;
        }
        if (client instanceof ProfiledDialect profiled
                && !profiled.rules.serve().repliesPlainly()) {
            return false;
        }
        if (!(vendor instanceof ProfiledDialect profiled)) {
            return true;
        }
        return stream ? profiled.replies.streamsPlainly() : profiled.replies.readsPlainly();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String family() {
        return base.family();
    }

    @Override
    public RequestDecoder requestDecoder() {
        return served::decode;
    }

    @Override
    public RequestEncoder requestEncoder() {
        return requests::encode;
    }

    @Override
    public RequestForwarder requestForwarder() {
        return requests;
    }

    @Override
    public ResponseDecoder responseDecoder() {
        return replies;
    }

    @Override
    public ResponseEncoder responseEncoder() {
        return replies::encode;
    }

    @Override
    public String streamMediaType(ReplyShape shape) {
        return base.streamMediaType(shape instanceof ProfiledShape profiled ? profiled.base() : shape);
    }

    @Override
    public FrameDecoder frameDecoder() {
        return base.frameDecoder();
    }

    @Override
    public StreamDecoder streamDecoder(ReplySource source) {
        return replies.streamDecoder(source);
    }

    @Override
    public StreamEncoder streamEncoder(EncodeContext context) {
        return replies.streamEncoder(context);
    }

    @Override
    public ErrorCodec errors() {
        return errors != null ? errors : base.errors();
    }

    @Override
    public ModelListEncoder modelListEncoder() {
        return base.modelListEncoder();
    }

    @Override
    public boolean takesChoices(ChatRequest request, EncodeContext context) {
        return base.takesChoices(request, requests.towards(context));
    }

    @Override
    public Optional<ModelTraits> modelTraits(String model, EncodeContext context) {
        return base.modelTraits(model, context);
    }

    @Override
    public Optional<ServerProbe> serverProbe() {
        return base.serverProbe();
    }

    @Override
    public Optional<ChatResponse> answerWithoutModel(ChatRequest request) {
        return base.answerWithoutModel(request);
    }

    @Override
    public boolean continues(ChatRequest request, EncodeContext context) {
        return base.continues(request, requests.towards(context));
    }

    /** Pictures whose address the vendor refuses are to be fetched. */
    @Override
    public MediaIntake mediaIntake() {
        MediaIntake intake = base.mediaIntake().without(rules.avoidedFields());
        boolean refused =
                rules.repairs() != null && rules.repairs().refusedMedia().contains(Repairs.Media.IMAGE_URL);
        return refused ? intake.without(Set.of("image:url")) : intake;
    }

    @Override
    public Optional<TokenCounts> tokenCounts() {
        return base.tokenCounts();
    }

    @Override
    public String requestIdHeader() {
        return base.requestIdHeader();
    }

    @Override
    public Negotiation negotiation() {
        return rules.serve().negotiation();
    }

    @Override
    public RequestPaths requestPaths() {
        return requests.paths();
    }
}
