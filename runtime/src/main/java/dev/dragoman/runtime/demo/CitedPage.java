// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import dev.dragoman.model.settings.WebSearch;
import java.util.List;

/**
 * A page that the demo model pretends to have found.
 *
 * @param url its address, below a domain that the search allows
 * @param title its title
 * @param sentence what the answer says about it
 */
record CitedPage(String url, String title, String sentence) {
    private static final List<String> RESERVED = List.of("example.org", "example.com", "example.net");

    static CitedPage found(WebSearch search) {
        List<String> domains = search.allowedDomains().isEmpty() ? RESERVED : search.allowedDomains();
        String domain = domains.stream()
                .filter(candidate -> !search.blockedDomains().contains(candidate))
                .findFirst()
                .orElse(RESERVED.get(0));
        return new CitedPage("https://" + domain + "/demo", "The demo page", "More about this is on " + domain + ".");
    }
}
