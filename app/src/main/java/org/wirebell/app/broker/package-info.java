/**
 * Kafka from our side: the embedded single-node broker behind one adapter, and the topics with their settings. The front
 * doors are {@link org.wirebell.app.broker.EmbeddedBroker} and {@link org.wirebell.app.broker.TopicSetup}.
 */
@NullMarked
package org.wirebell.app.broker;

import org.jspecify.annotations.NullMarked;
