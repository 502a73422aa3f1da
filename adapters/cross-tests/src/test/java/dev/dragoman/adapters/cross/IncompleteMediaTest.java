// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cross;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.dialect.WireRequest;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.translate.Translator;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A picture, document or sound of which something is missing is refused by every dialect, by name. */
class IncompleteMediaTest {
    private static final Translator TRANSLATOR = Translator.create();

    /** The body of a request around the content of its one message. */
    private static String body(String dialect, String content) {
        return switch (dialect) {
            case "openai-responses" -> "{'model':'m','input':[{'role':'user','content':[" + content + "]}]}";
            case "anthropic-messages" ->
                "{'model':'m','max_tokens':9,'messages':[{'role':'user','content':[" + content + "]}]}";
            case "gemini" -> "{'contents':[{'role':'user','parts':[" + content + "]}]}";
            case "bedrock-converse" -> "{'messages':[{'role':'user','content':[{'text':'a'}," + content + "]}]}";
            case "ollama" -> "{'model':'m','messages':[{'role':'user','content':'','images':[" + content + "]}]}";
            default -> "{'model':'m','messages':[{'role':'user','content':[" + content + "]}]}";
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "openai-chat | {'type':'image_url'} | messages[0].content[0].image_url.url",
                "openai-chat | {'type':'image_url','image_url':{}} | messages[0].content[0].image_url.url",
                "openai-chat | {'type':'image_url','image_url':7} | messages[0].content[0].image_url",
                "openai-chat | {'type':'image_url','image_url':{'url':7}} | messages[0].content[0].image_url.url",
                "openai-chat | {'type':'input_audio'} | messages[0].content[0].input_audio.format",
                "openai-chat | {'type':'input_audio','input_audio':{'format':'wav'}} | messages[0].content[0].input_audio.data",
                "openai-chat | {'type':'file'} | messages[0].content[0].file",
                "openai-chat | {'type':'file','file':{'filename':'a.pdf'}} | messages[0].content[0].file.file_data",
                "openai-responses | {'type':'input_image'} | input[0].content[0].image_url",
                "openai-responses | {'type':'input_image','image_url':7} | input[0].content[0].image_url",
                "openai-responses | {'type':'input_file','filename':'a.pdf'} | input[0].content[0].file_data",
                "anthropic-messages | {'type':'image'} | messages[0].content[0].source",
                "anthropic-messages | {'type':'image','source':'a'} | messages[0].content[0].source",
                "anthropic-messages | {'type':'image','source':{}} | messages[0].content[0].source.type",
                "anthropic-messages | {'type':'image','source':{'type':'url'}} | messages[0].content[0].source.url",
                "anthropic-messages | {'type':'image','source':{'type':'url','url':7}} | messages[0].content[0].source.url",
                "anthropic-messages | {'type':'image','source':{'type':'base64','media_type':'image/png'}} | messages[0].content[0].source.data",
                "anthropic-messages | {'type':'document','source':{'type':'file'}} | messages[0].content[0].source.file_id",
                "anthropic-messages | {'type':'document','source':{'type':'text'}} | messages[0].content[0].source.data",
                "gemini | {'inlineData':{'mimeType':'image/png'}} | contents[0].parts[0].inlineData.data",
                "gemini | {'fileData':{'mimeType':'image/png'}} | contents[0].parts[0].fileData.fileUri",
                "bedrock-converse | {'image':{'format':'png'}} | messages[0].content[1].image.source",
                "bedrock-converse | {'image':{'format':'png','source':{}}} | messages[0].content[1].image.source.bytes",
                "bedrock-converse | {'document':{'name':'a','format':'pdf'}} | messages[0].content[1].document.source",
                "bedrock-converse | {'document':{'name':'a','format':'pdf','source':{'s3Location':{}}}} | messages[0].content[1].document.source.s3Location.uri",
                "cohere-v2 | {'type':'image_url'} | messages[0].content[0].image_url",
                "cohere-v2 | {'type':'image_url','image_url':{}} | messages[0].content[0].image_url.url",
                "mistral | {'type':'image_url'} | messages[0].content[0].image_url.url",
                "mistral | {'type':'image_url','image_url':{}} | messages[0].content[0].image_url.url",
                "mistral | {'type':'document_url'} | messages[0].content[0].document_url",
                "mistral | {'type':'input_audio'} | messages[0].content[0].input_audio",
                "ollama | 7 | messages[0].images[0]",
            })
    void what_is_missing_is_named(String dialect, String content, String path) {
        byte[] body = body(dialect, content).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        WireRequest wire = new WireRequest(body, "m", false, Map.of());
        assertThatThrownBy(() -> TRANSLATOR.request(dialect, "openai-chat", wire))
                .isInstanceOfSatisfying(ChatException.class, e -> {
                    assertThat(e.error().param()).isEqualTo(path);
                    assertThat(e.error().kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
                });
    }
}
