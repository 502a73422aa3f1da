// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.dialect.VendorProfile;
import dev.dragoman.testkit.golden.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/vendors.md} lists the profiles that there are, with their addresses and keys. */
class VendorsPageTest {
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\| [^|]+ \\| ([^|]*) \\| ([^|]*) \\|$");

    @Test
    void the_page_lists_each_profile() throws IOException {
        Map<String, List<String>> listed = new HashMap<>();
        for (String line : Files.readAllLines(ProjectFiles.project().resolve("docs/vendors.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                listed.put(
                        row.group(1), List.of(row.group(2).strip(), row.group(3).strip()));
            }
        }
        Map<String, List<String>> expected = Vendors.ALL.values().stream()
                .collect(Collectors.toMap(VendorProfile::id, profile -> List.of(address(profile), keys(profile))));
        assertThat(listed).isEqualTo(expected);
    }

    private static String address(VendorProfile profile) {
        return profile.baseUrl() == null ? "your own" : "`" + profile.baseUrl() + "`";
    }

    /** Another way to a vendor takes the key of the usual way once it is configured. */
    private static String keys(VendorProfile profile) {
        return profile.switchedOnByKey()
                ? profile.environmentKeys().stream().map(key -> "`" + key + "`").collect(Collectors.joining(", "))
                : "";
    }
}
