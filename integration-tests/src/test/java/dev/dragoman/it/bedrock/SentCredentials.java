// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.bedrock;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Notes what clients show of themselves, request by request. */
final class SentCredentials implements ExecutionInterceptor {
    private final List<String> headers = new CopyOnWriteArrayList<>();

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        headers.add(context.httpRequest().firstMatchingHeader("Authorization").orElse(""));
    }

    List<String> headers() {
        return headers;
    }
}
