/**
 * Sign-in through an OpenID Connect provider: {@link org.wirebell.desk.oidc.OidcDoor} leads there and takes who comes back. Nimbus'
 * library speaks the protocol and checks the tokens; what a person may is decided by the configuration alone.
 */
@NullMarked
package org.wirebell.desk.oidc;

import org.jspecify.annotations.NullMarked;
