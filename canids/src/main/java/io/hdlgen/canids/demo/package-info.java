/** From generated traffic to a verified detector, in one go. */
package io.hdlgen.canids.demo;
