/**
 * What the server asks about the application's health, on the management port. It is a deployment of its own beside the application, because
 * WildFly asks none of the checks inside an EAR (WFLY-12835).
 */
package org.countersign.health;
