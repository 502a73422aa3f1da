// SPDX-License-Identifier: Apache-2.0

/**
 * The dialect {@code bedrock-converse}: Converse, ConverseStream and CountTokens of Amazon Bedrock's runtime API 2023-09-30. Read
 * on 2026-11-20 from the service model of botocore 1.43.107, npm {@code @aws-sdk/client-bedrock-runtime} 3.1162.0, Maven
 * {@code software.amazon.awssdk:bedrockruntime} 2.54.14 and AWS' documentation.
 */
@NullMarked
package dev.dragoman.adapters.bedrock.converse;

import org.jspecify.annotations.NullMarked;
