/**
 * Which Besu release the node stands in for, and what that release does differently: pure values
 * that everybody may ask, and that ask only the shape which releases it is for.
 */
package io.besuplugins.clientversion.standin.release;
