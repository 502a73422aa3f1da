// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.AnchorNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads YAML, and JSON with it, into values that know their lines. No Java objects are made of it. */
final class YamlFile {
    /** Largest profile in characters. */
    private static final int MOST_CHARACTERS = 256 * 1024;

    private static final int DEEPEST = 30;

    private YamlFile() {}

    /**
     * Reads the only document of a file.
     *
     * @param name what complaints call it
     */
    static YamlNode read(InputStream in, String name) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Node root = new Yaml(new SafeConstructor(options)).compose(reader);
            if (root == null) {
                throw new ProfileFault(name + ": the file is empty: write at least id, extends and base-url");
            }
            return node(root, name);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            throw new ProfileFault(name + (mark == null ? "" : ":" + (mark.getLine() + 1)) + ": not YAML: "
                    + e.getProblem() + ": mind the indentation, and quote texts that hold ': ' or begin with a sign");
        } catch (YAMLException e) {
            throw new ProfileFault(name + ": not YAML: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static YamlNode node(Node node, String name) {
        String place = name + ":" + (node.getStartMark().getLine() + 1);
        if (node instanceof AnchorNode) {
            throw new ProfileFault(place + ": a profile has no aliases: write the value twice");
        }
        if (node instanceof MappingNode mapping) {
            Map<String, YamlNode> members = new LinkedHashMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                    throw new ProfileFault(place + ": a key is a word");
                }
                YamlNode value = node(tuple.getValueNode(), name);
                String keyPlace = name + ":" + (key.getStartMark().getLine() + 1);
                if (members.put(key.getValue(), value) != null) {
                    throw new ProfileFault(keyPlace + ": '" + key.getValue() + "' stands here twice: keep one of them");
                }
            }
            return YamlNode.map(members, place);
        }
        if (node instanceof SequenceNode sequence) {
            List<YamlNode> elements = new ArrayList<>();
            sequence.getValue().forEach(element -> elements.add(node(element, name)));
            return YamlNode.list(elements, place);
        }
        ScalarNode scalar = (ScalarNode) node;
        return YamlNode.scalar(scalar.getValue(), scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN, place);
    }
}
